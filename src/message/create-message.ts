import { randomUUID } from "node:crypto";
import { type Clock, systemClock } from "../clock.ts";
import { checkEnvelope, type Envelope } from "./check-envelope.ts";
import { checkCidReferences } from "./cid-references.ts";
import { type Content, checkContent } from "./content.ts";
import { createIssueLog, type IssueLog } from "./issue-log.ts";
import type { Message, MessageInput } from "./message.ts";
import type { Repeat } from "./recipients.ts";
import { checkSize } from "./size.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

/** Every option of a message, as a table so that the compiler says when one is missing. */
const messageKeys: Readonly<Record<keyof MessageInput, true>> = {
  from: true,
  to: true,
  cc: true,
  bcc: true,
  replyTo: true,
  subject: true,
  html: true,
  text: true,
  textFormat: true,
  attachments: true,
  headers: true,
  stream: true,
  tag: true,
  metadata: true,
  tracking: true,
  messageId: true,
  keepMessageId: true,
  priority: true,
  unsubscribe: true,
  calendar: true,
};

/** A message with none of its fields forgotten. */
type Whole = { readonly [Field in keyof Required<Message>]: Message[Field] };

/** Names of the options that {@link createMessage} takes. */
export const messageOptionNames: readonly string[] = Object.keys(messageKeys);

/** Options of {@link createMessage}. */
export interface CreateMessageOptions {
  /** Where the Date header comes from. @default the machine's time */
  readonly clock?: Clock | undefined;
  /** What stands before the `@` of a Message-ID that was not given. @default a random UUID */
  readonly id?: string | undefined;
}

/**
 * Checks a message whole, by the rules of SMTP and the limits of Postmark, and makes it. Touches
 * neither disk nor network. Bytes of attachments are referred to, not copied.
 *
 * @throws {InvalidMessageError} with everything that is wrong
 * @example
 * const message = createMessage({ from, to: "ada@example.com", subject: "Hi", text: "Hello" });
 */
export function createMessage(input: MessageInput, options: CreateMessageOptions = {}): Message {
  const log = createIssueLog();
  reportUnknownKeys(input, messageOptionNames, "", log);
  const checked = checkMessage(input, log);
  const { from, messageId } = checked;
  log.throwIfAny();
  if (from === undefined) throw new TypeError("Cannot send: 'from' is missing and no one said so");
  warnOfRepeats(checked.repeats);
  const { clock = systemClock, id = randomUUID() } = options;
  const domain = from.address.slice(from.address.indexOf("@") + 1);
  const message: Whole = {
    messageId: messageId ?? `<${id}@${domain}>`,
    date: new Date(clock.now()),
    from,
    to: checked.to,
    cc: checked.cc,
    bcc: checked.bcc,
    replyTo: checked.replyTo,
    subject: checked.subject,
    html: checked.html,
    text: checked.text,
    textFormat: checked.textFormat,
    attachments: checked.attachments,
    headers: checked.headers,
    stream: checked.stream,
    tag: checked.tag,
    metadata: checked.metadata,
    tracking: checked.tracking,
    keepMessageId: checked.keepMessageId,
    priority: checked.priority,
    unsubscribe: checked.unsubscribe,
    calendar: checked.calendar,
  };
  return freezeDeeply(message);
}

/** Checks a message without making it; what is wrong is reported to the log and left out. */
export function checkMessage(input: MessageInput, log: IssueLog): Envelope & Content {
  const envelope = checkEnvelope(input, log);
  const { subject, html, text, textFormat } = checkContent(input, log);
  checkCidReferences(html, envelope.attachments, log);
  // Named one by one here and below: spreads cost more than most of the checks.
  const checked = {
    messageId: envelope.messageId,
    from: envelope.from,
    to: envelope.to,
    cc: envelope.cc,
    bcc: envelope.bcc,
    repeats: envelope.repeats,
    replyTo: envelope.replyTo,
    subject,
    html,
    text,
    textFormat,
    attachments: envelope.attachments,
    headers: envelope.headers,
    stream: envelope.stream,
    tag: envelope.tag,
    metadata: envelope.metadata,
    tracking: envelope.tracking,
    keepMessageId: envelope.keepMessageId,
    priority: envelope.priority,
    unsubscribe: envelope.unsubscribe,
    calendar: envelope.calendar,
  };
  checkSize(checked, log);
  return checked;
}

/** Names the fields and no address: a warning ends up in a log. */
function warnOfRepeats(repeats: readonly Repeat[]): void {
  for (const { field, of } of repeats) {
    process.emitWarning(
      `'${field}' is '${of}' again, but for the case of its letters. No mailbox tells them apart, so the message goes to '${of}' alone; leave out '${field}'.`,
      { type: "LetterpressWarning", code: "LETTERPRESS_RECIPIENT_TWICE" },
    );
  }
}

/** Freezes plain objects and arrays; bytes and dates cannot be frozen. */
function freezeDeeply<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return value;
  for (const child of Object.values(value)) freezeDeeply(child);
  return Object.freeze(value);
}
