import type { HeaderLine } from "./instructions.ts";
import { metadataPrefix } from "./instructions.ts";

/** The message as a recipient gets it. */
export interface DeliveredMessage {
  /** With angle brackets. */
  readonly messageId: string;
  /** In order, unfolded and decoded. */
  readonly headers: readonly HeaderLine[];
  /** To the octet. Made again each time it is asked for. */
  readonly raw: Uint8Array;
}

/** What {@link toDeliveredMessage} needs. */
export interface SentMessage {
  /** The octets as they came. */
  readonly read: () => Uint8Array;
  readonly headers: readonly HeaderLine[];
  readonly messageId: string | undefined;
  readonly keepsMessageId: boolean;
  /** Postmark's own id of the message, a UUID. */
  readonly postmarkId: string;
}

/** What all headers begin with that are between the preview and this inbox. */
const ownPrefix = "x-letterpress-";

/** Chooses the mailbox of this inbox; never leaves it. */
export const mailboxHeader = "x-letterpress-mailbox";

/**
 * Rewrites a message as Postmark does on its way: metadata is stripped, the Message-ID becomes
 * `<uuid@mtasv.net>` unless `X-PM-KeepID: true` asks to keep it. What else Postmark does to the
 * headers of a message (its own that it adds, other `X-PM-*` that it may strip) is not documented
 * and not imitated, and the bodies stay as they are, tracking and unsubscribe links included.
 *
 * @see https://postmarkapp.com/support/article/1125-custom-metadata-faq
 */
export function toDeliveredMessage(sent: SentMessage): DeliveredMessage {
  const kept = sent.keepsMessageId ? sent.messageId : undefined;
  const messageId = kept ?? `<${sent.postmarkId}@mtasv.net>`;
  const isReplaced = kept === undefined;
  const isDropped = (name: string) => isStripped(name) || (isReplaced && isMessageId(name));
  return {
    messageId,
    headers: [
      ...(isReplaced ? [{ name: "Message-ID", value: messageId }] : []),
      ...sent.headers.filter(({ name }) => !isDropped(name)),
    ],
    get raw() {
      return rewrite(sent.read(), isDropped, isReplaced ? `Message-ID: ${messageId}\r\n` : "");
    },
  };
}

function isStripped(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith(metadataPrefix) || lower.startsWith(ownPrefix);
}

function isMessageId(name: string): boolean {
  return name.toLowerCase() === "message-id";
}

function rewrite(raw: Uint8Array, isDropped: (name: string) => boolean, added: string): Uint8Array {
  // Latin-1 maps every octet to one character and back.
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString("latin1");
  const end = /(^|\r?\n)\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index + (end[1]?.length ?? 0)) : text;
  const fields = head.match(/[^\n]*\n(?:[ \t][^\n]*\n)*|[^\n]+$/g) ?? [];
  const kept = fields.filter((field) => !isDropped(field.slice(0, field.indexOf(":")).trim()));
  // Before the rest, because the last field of a message without a body may end without a break.
  return new Uint8Array(Buffer.from(added + kept.join("") + text.slice(head.length), "latin1"));
}
