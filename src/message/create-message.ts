import { randomUUID } from "node:crypto";
import { type Clock, systemClock } from "../clock.ts";
import { checkEnvelope, type Envelope } from "./check-envelope.ts";
import { checkCidReferences } from "./cid-references.ts";
import { type Content, checkContent } from "./content.ts";
import { createIssueLog, type IssueLog } from "./issue-log.ts";
import type { Message, MessageInput } from "./message.ts";
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
  const { from, ...rest } = checkMessage(input, log);
  log.throwIfAny();
  if (from === undefined) throw new TypeError("Cannot send: 'from' is missing and nobody said so");
  const { clock = systemClock, id = randomUUID() } = options;
  const domain = from.address.slice(from.address.indexOf("@") + 1);
  return freezeDeeply({
    ...rest,
    from,
    messageId: rest.messageId ?? `<${id}@${domain}>`,
    date: new Date(clock.now()),
  });
}

/** Checks a message without making it; what is wrong is reported to the log and left out. */
export function checkMessage(input: MessageInput, log: IssueLog): Envelope & Content {
  const envelope = checkEnvelope(input, log);
  const content = checkContent(input, log);
  checkCidReferences(content.html, envelope.attachments, log);
  checkSize({ ...envelope, ...content }, log);
  return { ...envelope, ...content };
}

/** Freezes plain objects and arrays; bytes and dates cannot be frozen. */
function freezeDeeply<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return value;
  for (const child of Object.values(value)) freezeDeeply(child);
  return Object.freeze(value);
}
