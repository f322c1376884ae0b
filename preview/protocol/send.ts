import type { EmailQuery } from "./emails.ts";
import type { ConversationLine } from "./inbox.ts";
import type { SendTarget } from "./project.ts";

/** Sends one email in one state. */
export interface SendRequest extends Omit<EmailQuery, "id"> {
  readonly emailId: string;
  /** One to fifty addresses. */
  readonly to: readonly string[];
  /** Left out: the local inbox. Anything else reaches real people. */
  readonly target?: SendTarget["kind"] | undefined;
}

/** Hands a message of the local inbox on, as it arrived. */
export interface ReleaseRequest {
  /** One to fifty addresses; those that stand in the message get nothing. */
  readonly to: readonly string[];
  /** The real server, as the page names it. */
  readonly target: SendTarget["kind"];
}

/** What became of it. */
export type SendResult = SendSuccess | SendFailure;

/** The server took it for at least one recipient, which is not yet delivered. */
export interface SendSuccess {
  readonly status: "sent";
  /** With angle brackets. */
  readonly messageId: string;
  readonly accepted: readonly string[];
  readonly rejected: readonly RejectedAddress[];
  readonly target: SendTarget;
  /** Id in the local inbox, when it went there and has arrived. */
  readonly inboxId: string | null;
}

/** A recipient that the server refused, and its words. */
export interface RejectedAddress {
  readonly address: string;
  readonly response: string;
}

/** No one has it, or no one knows. */
export interface SendFailure {
  readonly status: "failed";
  /** What was wrong and what would fix it. */
  readonly message: string;
  readonly code: string;
  /** The field that is wrong, such as `to[0]`. */
  readonly field: string | null;
  /** How far the dialogue with the server came. Null when the network was not used. */
  readonly delivery: {
    readonly stage:
      | ("compose" | "connect" | "greeting" | "tls" | "auth" | "mail" | "rcpt" | "data")
      | "final-dot";
    /** `unknown`: the server had the whole message and never answered. */
    readonly outcome: "not-sent" | "unknown";
    /** To look it up by, with angle brackets. */
    readonly messageId: string | null;
  } | null;
  /** What was said on the connections; empty when there was none. Credentials are masked. */
  readonly conversation: readonly ConversationLine[];
}
