import { checkAttachments } from "./attachments.ts";
import { checkCalendar } from "./calendar.ts";
import { checkHeaders } from "./headers.ts";
import type { IssueLog } from "./issue-log.ts";
import type { EnvelopeInput, Message, Priority } from "./message.ts";
import { parseMessageId } from "./message-id.ts";
import { checkMetadata } from "./metadata.ts";
import { checkStream, checkTag, checkTracking } from "./postmark-options.ts";
import { checkAddressList, checkFrom, checkRecipients, type Repeat } from "./recipients.ts";
import { checkUnsubscribe } from "./unsubscribe.ts";

/** Everything of a message but its content, its date and, unless one was given, its Message-ID. */
export interface Envelope
  extends Omit<
    Message,
    "messageId" | "date" | "from" | "subject" | "html" | "text" | "textFormat"
  > {
  readonly messageId: string | undefined;
  readonly from: Message["from"] | undefined;
  /** Recipients that were left out because they differ from another in case only. */
  readonly repeats: readonly Repeat[];
}

const priorities: Readonly<Record<Priority, true>> = { high: true, normal: true, low: true };

/** Checks all that is known before a template has run; wrong fields are reported and left out. */
export function checkEnvelope(input: EnvelopeInput, log: IssueLog): Envelope {
  const from = checkFrom(input.from, log);
  const recipients = checkRecipients(input, log);
  const replyTo = checkAddressList(input.replyTo, "replyTo", log);
  const attachments = checkAttachments(input.attachments, log);
  const everyone = [...recipients.to, ...recipients.cc, ...recipients.bcc];
  return {
    messageId: checkMessageId(input.messageId, log),
    from,
    to: recipients.to,
    cc: recipients.cc,
    bcc: recipients.bcc,
    repeats: recipients.repeats,
    replyTo,
    attachments,
    headers: checkHeaders(input.headers, everyone, log),
    stream: checkStream(input.stream, log),
    tag: checkTag(input.tag, log),
    metadata: checkMetadata(input.metadata, log),
    tracking: checkTracking(input.tracking, log),
    keepMessageId: checkKeepMessageId(input.keepMessageId, log),
    priority: checkPriority(input.priority, log),
    unsubscribe: checkUnsubscribe(input.unsubscribe, log),
    calendar: checkCalendar(input.calendar, log),
  };
}

function checkMessageId(input: string | undefined, log: IssueLog): string | undefined {
  if (input === undefined) return undefined;
  const messageId = parseMessageId(input);
  if (messageId === undefined) {
    log.report("messageId", "is not a Message-ID; write unique-part@example.com in ASCII");
  }
  return messageId;
}

function checkKeepMessageId(input: boolean | undefined, log: IssueLog): boolean {
  if (input !== undefined && typeof input !== "boolean") {
    log.report("keepMessageId", "is neither true nor false");
  }
  return input !== false;
}

function checkPriority(input: Priority | undefined, log: IssueLog): Message["priority"] {
  if (input !== undefined && !Object.hasOwn(priorities, input)) {
    log.report("priority", `is none of ${Object.keys(priorities).join(", ")}`);
  }
  return input === "normal" ? undefined : input;
}
