import type { Clock } from "../clock.ts";
import type { Address } from "../message/message.ts";
import type { Transport } from "../transport/transport.ts";

/** Options of `createInbox`. */
export interface InboxOptions {
  /** Port on 127.0.0.1; 0 takes a free one. @default 2525 */
  readonly port?: number | undefined;
  /** Most messages kept; the oldest go first. @default 10_000 */
  readonly maxMessages?: number | undefined;
  /** Most octets of raw messages kept; the oldest go first. @default 256 MiB */
  readonly maxBytes?: number | undefined;
  /** Largest message taken, in octets; announced as SIZE (RFC 1870). @default 20_480_000, as Postmark's */
  readonly maxMessageBytes?: number | undefined;
  /** Stamps `receivedAt` and times `waitFor` out. @default the machine's own time */
  readonly clock?: Clock | undefined;
}

/** A message that arrived, parsed. */
export interface InboxMessage {
  /** Unique in this inbox; not the Message-ID. */
  readonly id: string;
  /** Message-ID header with angle brackets, or `undefined` when the message has none. */
  readonly messageId: string | undefined;
  /** Message stream it was sent through. @default "outbound" */
  readonly mailbox: string;
  /** What was said in MAIL FROM and RCPT TO. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly from: Address | undefined;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly replyTo: readonly Address[];
  /** Decoded; empty when there is none. */
  readonly subject: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  /** In the order they stand in the message, unfolded and decoded. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly InboxAttachment[];
  /** Why the message could not be parsed; then only `raw` and the envelope tell what it is. */
  readonly parseError: string | undefined;
  /** The message as it came, to the octet. */
  readonly raw: Uint8Array;
  readonly sizeBytes: number;
  readonly receivedAt: Date;
}

/** A file in a message that arrived. */
export interface InboxAttachment {
  readonly filename: string;
  readonly contentType: string;
  /** Without angle brackets. */
  readonly contentId: string | undefined;
  /** Whether the HTML shows it (a content id, or disposition `inline`). */
  readonly inline: boolean;
  readonly content: Uint8Array;
}

/** What happened in the inbox. */
export type InboxEvent =
  | {
      readonly type: "received";
      readonly message: InboxMessage;
      /** Ids of the oldest messages that the cap pushed out for this one. */
      readonly evicted: readonly string[];
    }
  | { readonly type: "removed"; readonly ids: readonly string[] };

/** A real SMTP server on loopback, and the mailbox behind it. */
export interface Inbox {
  /** `smtp://127.0.0.1:2525` */
  readonly smtpUrl: string;
  readonly port: number;
  /** How many messages the caps have pushed out since the start. */
  readonly evictedCount: number;
  /** The real transport, pointed at this inbox. */
  transport(): Transport;
  /** Newest first. */
  list(): readonly InboxMessage[];
  get(id: string): InboxMessage | undefined;
  /**
   * The first message, among those here and those to come, for which `predicate` holds.
   *
   * @throws {Error} after `timeoutMs` (default 5,000), telling how many messages were looked at
   */
  waitFor(
    predicate: (message: InboxMessage) => boolean,
    options?: {
      readonly timeoutMs?: number | undefined;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<InboxMessage>;
  /** Deletes one message. @returns whether it was there */
  delete(id: string): boolean;
  /** Deletes all messages. */
  clear(): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: InboxEvent) => void): () => void;
  /** Ends the server and every connection. Waiters are rejected. */
  close(): Promise<void>;
}
