import type { Address, Tracking } from "../message/message.ts";
import type { Transport } from "../transport/transport.ts";
import type { Fault } from "./faults/fault.ts";
import type { LiftedOut } from "./lift/lifted-out.ts";
import type { LocalPostmark } from "./local-postmark.ts";
import type { DeliveredMessage } from "./postmark/delivered-message.ts";
import type { InboxRecipient } from "./postmark/outcomes.ts";
import type { Suppressions } from "./postmark/suppressions.ts";
import type { InboxProblem } from "./problem.ts";
import type { ConversationLine, SmtpSession } from "./smtp/conversations.ts";

/** A message that arrived, parsed. Its bodies, headers and octets are fetched when one looks at them. */
export interface InboxMessage {
  /** Unique in this inbox, a UUID; not the Message-ID. Stands for Postmark's own id of the message. */
  readonly id: string;
  /** Message-ID header with angle brackets, or `undefined` when the message has none. */
  readonly messageId: string | undefined;
  /**
   * Where it lies: the mailbox that the header `X-Letterpress-Mailbox` or the SMTP user
   * `mailbox-<name>` asks for, else the message stream. @default "outbound"
   */
  readonly mailbox: string;
  /** Message stream it was sent through. @default "outbound" */
  readonly stream: string;
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
  /** Postmark tag. */
  readonly tag: string | undefined;
  /** Postmark metadata, by key in the spelling of the header's name. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Open and link tracking, where the message asks for it. */
  readonly tracking: Tracking;
  /** What the real Postmark would not take, the login included. */
  readonly problems: readonly InboxProblem[];
  /** What became of it for each recipient of the envelope. */
  readonly recipients: readonly InboxRecipient[];
  /** The message as a recipient gets it: metadata stripped, the Message-ID replaced unless kept. */
  readonly delivered: DeliveredMessage;
  /** The SMTP dialogue that handed it over, credentials masked. */
  readonly conversation: readonly ConversationLine[];
  /** Why the message could not be parsed; then only `raw` and the envelope tell what it is. */
  readonly parseError: string | undefined;
  /** What a list shows below the subject: the preheader, or the first words of the text. */
  readonly snippet: string;
  /** Whether someone said that it was read. See `mark`. */
  readonly isRead: boolean;
  /** The message as it came, to the octet. */
  readonly raw: Uint8Array;
  readonly sizeBytes: number;
  readonly receivedAt: Date;
}

/** A file in a message that arrived. */
export interface InboxAttachment {
  /** As the message has it, paths and all; a made-up one where it has none. */
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
  | { readonly type: "removed"; readonly ids: readonly string[] }
  | { readonly type: "marked"; readonly ids: readonly string[]; readonly read: boolean };

/** What is said about a message. */
export interface InboxMark {
  readonly read: boolean;
}

/** A part of the inbox that others do not see into, or the whole of it. */
export interface InboxView {
  /** Where to send: `smtp://127.0.0.1:2525`; of a mailbox, with the user name that chooses it. */
  readonly smtpUrl: string;
  /** The real transport, pointed here. In strict mode it logs in with the first credential. */
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
  /**
   * The messages that have all of these words, in any case, in their text, subject, people or files;
   * newest first.
   */
  search(words: readonly string[]): Promise<readonly InboxMessage[]>;
  /** The links of a message and what is likely its code; `undefined` when it is not there. */
  lift(id: string): Promise<LiftedOut | undefined>;
  /** Says that messages were read, or not. @returns how many of them it changed */
  mark(ids: string | readonly string[], mark: InboxMark): number;
  /** Deletes one message. @returns whether it was there */
  delete(id: string): boolean;
  /** Deletes all messages. */
  clear(): void;
  /**
   * Told of every change from now on. A listener that throws becomes a process warning.
   *
   * @returns a function that ends the subscription
   */
  subscribe(listener: (event: InboxEvent) => void): () => void;
}

/** A real SMTP server on loopback, and the mailboxes behind it. */
export interface Inbox extends InboxView {
  readonly port: number;
  /** How many messages the caps have pushed out since the start. */
  readonly evictedCount: number;
  /** Inactive recipients: nothing more is delivered to them. */
  readonly suppressions: Suppressions;
  /** Postmark beside its SMTP server: its HTTP API, and what recipients do with the mail. */
  readonly postmark: LocalPostmark;
  /**
   * One mailbox of many on the same port, so that parallel tests do not see each other's mail. Also
   * the name of a message stream.
   *
   * @throws {RangeError} when the name is not 1 to 64 letters, digits, `.`, `_` and `-`
   */
  mailbox(name: string): InboxView;
  /** Adds a fault behind the others. @returns a function that takes it away */
  addFault(fault: Fault): () => void;
  /** The last hundred SMTP connections, newest first, with what was said. */
  sessions(): readonly SmtpSession[];
  /** Ends the server and every connection. Waiters are rejected. */
  close(): Promise<void>;
}
