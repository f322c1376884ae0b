/**
 * What the real Postmark would make of a problem, from the gravest on. `exposed`: recipients would
 * see what they should not. `refused`: it would not get through. `ignored`: it would arrive, but
 * not do what was asked. `unsure`: Postmark does not document what happens.
 */
export type ProblemEffect = "exposed" | "refused" | "ignored" | "unsure";

/** Something that the real Postmark would not take. */
export interface MessageProblem {
  readonly code: string;
  readonly effect: ProblemEffect;
  /** What is wrong, what Postmark does, and what would mend it. Holds no credential. */
  readonly message: string;
}

/** What became of a message for one recipient of the envelope. */
export interface RecipientOutcome {
  readonly address: string;
  readonly outcome: "delivered" | "bounced" | "suppressed" | "discarded" | "rejected";
  /** Postmark's word for the bounce: `HardBounce`. */
  readonly bounceType: string | null;
}

/** One header, unfolded and decoded. A server token in it is masked. */
export interface MessageHeader {
  readonly name: string;
  readonly value: string;
}

/** One row of the inbox. */
export interface InboxSummary {
  readonly id: string;
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  /** First words of the text. */
  readonly snippet: string;
  /** ms since the epoch. */
  readonly receivedAt: number;
  /** Octets of the raw message. */
  readonly sizeBytes: number;
  readonly attachmentCount: number;
  /** The gravest that the real Postmark would find wrong, null when nothing. */
  readonly problem: ProblemEffect | null;
}

/** A name and an address. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** The whole inbox, newest first. */
export interface InboxList {
  readonly messages: readonly InboxSummary[];
  readonly smtpUrl: string;
  /** How many old messages the cap has pushed out since the start. */
  readonly evicted: number;
  readonly capacity: { readonly messages: number; readonly bytes: number };
}

/** One message, whole but for its bytes. */
export interface InboxMessage extends InboxSummary {
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  /** SMTP envelope: what was really said in MAIL FROM and RCPT TO. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly hasHtml: boolean;
  readonly text: string | null;
  /** In the order they stand in the message. */
  readonly headers: readonly MessageHeader[];
  /** The gravest first. */
  readonly problems: readonly MessageProblem[];
  readonly recipients: readonly RecipientOutcome[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly sizeBytes: number;
    /** Shown inside the HTML, not below it. */
    readonly inline: boolean;
  }[];
}
