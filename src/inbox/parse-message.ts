import type { Attachment, Email, Address as ParsedAddress } from "postal-mime";
import PostalMime, { decodeWords } from "postal-mime";
import type { Address } from "../message/message.ts";
import type { InboxAttachment, InboxMessage } from "./inbox.ts";

/** What is read out of a message's own octets. */
export type ParsedMessage = Pick<
  InboxMessage,
  | "messageId"
  | "from"
  | "to"
  | "cc"
  | "replyTo"
  | "subject"
  | "html"
  | "text"
  | "headers"
  | "attachments"
  | "parseError"
>;

const nothing: ParsedMessage = {
  messageId: undefined,
  from: undefined,
  to: [],
  cc: [],
  replyTo: [],
  subject: "",
  html: undefined,
  text: undefined,
  headers: [],
  attachments: [],
  parseError: undefined,
};

/**
 * Parses a message as RFC 5322 and MIME. Never throws: what cannot be read is left empty and
 * `parseError` says why, so that no mail is lost for being malformed.
 */
export async function parseMessage(raw: Uint8Array): Promise<ParsedMessage> {
  try {
    // A forwarded message stays a file: inlined, its text would pass for the text of this one.
    return toParsedMessage(await PostalMime.parse(raw, { forceRfc822Attachments: true }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...nothing, parseError: `Cannot parse the message: ${reason}` };
  }
}

function toParsedMessage(email: Email): ParsedMessage {
  return {
    messageId: email.messageId?.trim() || undefined,
    from: toAddresses(email.from ? [email.from] : [])[0],
    to: toAddresses(email.to),
    cc: toAddresses(email.cc),
    replyTo: toAddresses(email.replyTo),
    subject: email.subject ?? "",
    html: withoutLastBreak(email.html),
    text: withoutLastBreak(email.text),
    headers: email.headers.map(({ originalKey, value }) => ({
      name: originalKey,
      value: decodeWords(value),
    })),
    attachments: email.attachments.map((attachment) => toInboxAttachment(attachment, email.html)),
    parseError: undefined,
  };
}

// The break before a boundary belongs to the boundary (RFC 2046 §5.1.1) and the one before the final
// dot to SMTP (RFC 5321 §4.1.1.4), but the parser ends every part with one.
function withoutLastBreak(body: string | undefined): string | undefined {
  return body?.replace(/\r?\n$/, "");
}

function toAddresses(parsed: readonly ParsedAddress[] = []): readonly Address[] {
  return parsed
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ name, address }) => (name ? { name, address } : { address }));
}

const nameByType: Readonly<Record<string, string>> = {
  "message/rfc822": "message.eml",
  "text/calendar": "invite.ics",
  "application/ics": "invite.ics",
};

function toInboxAttachment(attachment: Attachment, html: string | undefined): InboxAttachment {
  const contentId = attachment.contentId?.trim().replace(/^<|>$/g, "") || undefined;
  const isShown = contentId !== undefined && (html?.includes(`cid:${contentId}`) ?? false);
  const isFile = attachment.disposition === "attachment";
  return {
    filename: attachment.filename || (nameByType[attachment.mimeType] ?? "attachment"),
    contentType: attachment.mimeType,
    contentId,
    inline:
      isShown || (!isFile && (contentId !== undefined || attachment.disposition === "inline")),
    content: toBytes(attachment.content),
  };
}

function toBytes(content: Attachment["content"]): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
