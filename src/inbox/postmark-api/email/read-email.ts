import type { Attachment, Message } from "../../../message/message.ts";
import { toLinkMode } from "../../postmark/instructions.ts";
import { PostmarkRefusal } from "../postmark-refusal.ts";
import { type Fields, readFields } from "./email-fields.ts";
import { readExtraHeaders } from "./read-extra-headers.ts";
import { readRecipients, readSender } from "./read-recipients.ts";

/** Most recipients of To, Cc and Bcc together. @see https://postmarkapp.com/developer/api/email-api */
const mostRecipients = 50;

/** A message before Postmark gives it an id; most have no Message-ID of their own. */
export type UnsentMessage = Omit<Message, "messageId"> & {
  readonly messageId: string | undefined;
};

/**
 * Reads the JSON of one message. What limits and streams have to say about it, the inbox's own rules
 * say when it is written: this is about its form.
 *
 * @throws {PostmarkRefusal} with Postmark's number and words
 * @see https://postmarkapp.com/developer/api/email-api
 */
export function readEmail(json: unknown, date: Date): UnsentMessage {
  const fields = readFields(json);
  const from = readSender(fields.text("From"));
  const [to, cc, bcc] = (["To", "Cc", "Bcc"] as const).map((name) =>
    readRecipients(name, fields.text(name)),
  ) as [Message["to"], Message["cc"], Message["bcc"]];
  const count = to.length + cc.length + bcc.length;
  if (count === 0) throw new PostmarkRefusal(300, "Zero recipients specified");
  if (count > mostRecipients) {
    throw new PostmarkRefusal(
      300,
      `Too many recipients: ${count}. A message goes to ${mostRecipients} of To, Cc and Bcc together.`,
    );
  }
  const html = fields.text("HtmlBody") || undefined;
  const text = fields.text("TextBody") || undefined;
  if (html === undefined && text === undefined) {
    throw new PostmarkRefusal(300, "Provide either email TextBody or HtmlBody or both.");
  }
  const { headers, messageId } = readExtraHeaders(fields.list("Headers"));
  return {
    messageId,
    ...{ date, from, to, cc, bcc, html, text, headers },
    replyTo: readRecipients("ReplyTo", fields.text("ReplyTo")),
    subject: oneLine(fields.text("Subject") ?? "", "Subject"),
    attachments: fields.list("Attachments").map(readAttachment),
    stream: fields.text("MessageStream") || undefined,
    tag: oneLine(fields.text("Tag") ?? "", "Tag") || undefined,
    metadata: readMetadata(fields),
    tracking: readTracking(fields),
    // Of the extra headers one may ask for it; by itself Postmark writes its own.
    keepMessageId: false,
    ...{ priority: undefined, unsubscribe: undefined, calendar: undefined },
  };
}

function readTracking(fields: Fields): Message["tracking"] {
  const links = fields.text("TrackLinks") || undefined;
  if (links !== undefined && toLinkMode(links) === undefined) {
    throw new PostmarkRefusal(300, "Invalid 'TrackLinks' value.");
  }
  return { opens: fields.boolean("TrackOpens"), links: toLinkMode(links) };
}

function readMetadata(fields: Fields): Readonly<Record<string, string>> {
  const entries = Object.entries(fields.record("Metadata") ?? {}).map(([key, value]) => {
    if (!/^[\x21-\x39\x3b-\x7e]+$/.test(key)) {
      throw new PostmarkRefusal(300, "Invalid 'Metadata': a key holds a space, a colon or more.");
    }
    if (typeof value !== "string") {
      throw new PostmarkRefusal(403, "Invalid request field(s) - Metadata");
    }
    return [key, oneLine(value, "Metadata")] as const;
  });
  return Object.fromEntries(entries);
}

const base64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

function readAttachment(json: unknown): Attachment {
  const fields = readFields(json);
  const filename = fields.text("Name");
  const content = fields.text("Content") ?? "";
  if (!filename) throw new PostmarkRefusal(300, "An attachment has no 'Name'.");
  if (!base64.test(content)) {
    throw new PostmarkRefusal(300, "The 'Content' of an attachment must be in base64.");
  }
  const contentType = fields.text("ContentType") ?? "";
  const contentId = fields.text("ContentID")?.replace(/^(?:cid:|<)|>$/gi, "");
  return {
    filename: oneLine(filename, "Name"),
    content: Buffer.from(content, "base64"),
    contentType: /^[\w.+-]+\/[\w.+-]+(?:;[\x20-\x7e]*)?$/.test(contentType)
      ? contentType
      : "application/octet-stream",
    ...(contentId && { contentId: oneLine(contentId, "ContentID").replace(/[^\x21-\x7e]/g, "") }),
  };
}

/** Nothing in a field can begin a header of its own. */
function oneLine(text: string, name: string): string {
  if (!/[\r\n\0]/.test(text)) return text;
  throw new PostmarkRefusal(300, `Invalid '${name}': it holds a line break.`);
}
