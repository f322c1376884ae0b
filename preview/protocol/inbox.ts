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
  /** What is wrong, what Postmark does, and what would fix it. Holds no credential. */
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
  /** Where it lies: the mailbox that it asks for or was logged in to, else its message stream. */
  readonly mailbox: string;
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** Addresses of the envelope that stand neither in To nor in Cc. */
  readonly bcc: readonly string[];
  readonly subject: string;
  /** Postmark tag. */
  readonly tag: string | null;
  /** First words of the text. */
  readonly snippet: string;
  /** ms since the epoch. */
  readonly receivedAt: number;
  /** Octets of the raw message. */
  readonly sizeBytes: number;
  readonly attachmentCount: number;
  /** Whether a part of it is a calendar. */
  readonly hasCalendar: boolean;
  /** Its own Message-ID and those it refers to (RFC 5322 §3.6.4): what shares one is one thread. */
  readonly threadIds: readonly string[];
  /** What the preview rendered it from; null for mail that others sent. */
  readonly origin: MessageOrigin | null;
  /** Whether it was opened, in any browser, or marked as read. */
  readonly isRead: boolean;
  /** The gravest that the real Postmark would find wrong, null when nothing. */
  readonly problem: ProblemEffect | null;
}

/** What a message was rendered from that the preview sent to its own inbox. */
export interface MessageOrigin {
  readonly emailId: string;
  /** Slug. */
  readonly variant: string;
  readonly locale: string | null;
  /** The edited props, as in EmailQuery. */
  readonly props: string | null;
  /** Whether there were edited props that were too long to come along. */
  readonly lacksProps: boolean;
  /** Hash of the commit that the sources were at; null where there is no repository. */
  readonly commit: string | null;
  /** Whether the sources differed from that commit. */
  readonly hasChanges: boolean;
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

/** Which messages have all of the words asked for, anywhere in them. */
export interface InboxMatches {
  readonly ids: readonly string[];
}

/** A link of a message: where it leads, decoded, and what a reader clicks on. */
export interface MessageLink {
  readonly href: string;
  readonly text: string;
}

/** One line of an SMTP dialogue. Credentials are masked, the octets of the message left out. */
export interface ConversationLine {
  readonly from: "client" | "server";
  readonly text: string;
}

/** An SMTP connection that brought no message, or whose last one did not arrive. */
export interface FruitlessConnection {
  readonly id: string;
  /** ms since the epoch. */
  readonly startedAt: number;
  readonly lines: readonly ConversationLine[];
}

/** Connections that left nothing in the inbox, newest first; of the last hundred connections. */
export interface InboxConnections {
  readonly fruitless: readonly FruitlessConnection[];
}

/** A file in a message. */
export interface MessageAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Shown inside the HTML, not below it. */
  readonly inline: boolean;
  /** Without angle brackets. */
  readonly contentId: string | null;
  readonly isCalendar: boolean;
}

/** One message, whole but for its bytes. */
export interface InboxMessage extends InboxSummary {
  readonly replyTo: readonly Mailbox[];
  /** SMTP envelope: what was really said in MAIL FROM and RCPT TO. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** Message stream that it was sent through. */
  readonly stream: string;
  /** Postmark metadata, by key. */
  readonly metadata: Readonly<Record<string, string>>;
  /** What the message itself asks for; null where it leaves it to the server. */
  readonly tracking: { readonly opens: boolean | null; readonly links: string | null };
  readonly hasHtml: boolean;
  /** Octets of the HTML in UTF-8. */
  readonly htmlBytes: number;
  readonly text: string | null;
  /** In the order they stand in the message. */
  readonly headers: readonly MessageHeader[];
  /** The headers as a recipient gets them: metadata stripped, the Message-ID replaced unless kept. */
  readonly deliveredHeaders: readonly MessageHeader[];
  /** The gravest first. */
  readonly problems: readonly MessageProblem[];
  readonly recipients: readonly RecipientOutcome[];
  readonly attachments: readonly MessageAttachment[];
  /** In the order they stand, those of the HTML first; the first five hundred. */
  readonly links: readonly MessageLink[];
  /** How many links were found, those that are not listed included. */
  readonly linkCount: number;
  /** False where the message is too long to find all of its links and codes. */
  readonly isComplete: boolean;
  /** What is likely a one-time code, the likeliest ones. */
  readonly codes: readonly string[];
  /** The SMTP dialogue that handed it over. */
  readonly conversation: readonly ConversationLine[];
}
