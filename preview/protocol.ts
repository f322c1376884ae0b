/**
 * What the Vite side and the browser side say to each other: the only file both import.
 * The live server implements it, and a static export can.
 *
 * GET  /api/project                          → Project
 * GET  /api/emails                           → EmailList
 * GET  /api/emails/<id>?variant=<slug>       → EmailView (404 → ApiError)
 * GET  /api/source/<id>                      → SourceFile
 * POST /api/send            SendRequest      → SendResult
 * GET  /api/inbox                            → InboxList
 * GET  /api/inbox/<messageId>                → InboxMessage
 * GET  /api/inbox/<messageId>/html           → text/html for a sandboxed frame, cid: images resolved
 * GET  /api/inbox/<messageId>/raw            → text/plain
 * GET  /api/inbox/<messageId>/message.eml    → message/rfc822, as a download
 * GET  /api/inbox/<messageId>/attachments/<n> → the file, as a download
 * DELETE /api/inbox, DELETE /api/inbox/<messageId>
 * GET  /api/events                           → server-sent events, each one ServerEvent as JSON
 *
 * Every answer that is not 2xx is an ApiError. Requests that change something need the header
 * `x-letterpress: 1`. A request with a foreign Host or Origin is answered 403.
 */

/** Facts that hold for the whole session. */
export interface Project {
  /** The package's name, or the folder's. */
  readonly name: string;
  /** Folder of the emails, relative to the project: `emails`. */
  readonly emailsFolder: string;
  /** Where Send goes, in words that a person reads before pressing it. */
  readonly send: SendTarget;
}

/** Where the Send button sends. */
export interface SendTarget {
  readonly kind: "inbox" | "postmark";
  /** `smtp://127.0.0.1:2525`, or the host for Postmark. Holds no credentials. */
  readonly address: string;
  /** Default recipient of a test send. */
  readonly to: string;
}

/** One row of the sidebar. The tree follows from the ids. */
export interface EmailSummary {
  /** Path below the emails folder without its ending: `orders/order-confirmation`. */
  readonly id: string;
  /** File relative to the project root, with forward slashes. */
  readonly file: string;
  /** Last change on disk, ms since the epoch. */
  readonly modifiedAt: number;
}

/** All emails, sorted by id. */
export interface EmailList {
  readonly emails: readonly EmailSummary[];
}

/** A named state of an email. */
export interface Variant {
  /** As the author wrote it: `forty lines`. */
  readonly name: string;
  /** As the URL has it: `forty-lines`. */
  readonly slug: string;
}

/** One email in one variant. */
export interface EmailView {
  readonly id: string;
  readonly file: string;
  /** Empty when the module did not load. The first is `default`. */
  readonly variants: readonly Variant[];
  /** Slug of the variant shown; the default one when the asked one does not exist. */
  readonly variant: string;
  /** Grows with every change on disk that touches this email. */
  readonly revision: number;
  readonly result: RenderSuccess | RenderFailure;
}

/** The email as it would leave. */
export interface RenderSuccess {
  readonly status: "rendered";
  readonly subject: string;
  /** What an inbox shows behind the subject. */
  readonly preheader: string;
  /** `Shop <orders@shop.example>`. */
  readonly from: string;
  readonly html: string;
  readonly text: string;
  /** Octets of the HTML in UTF-8. */
  readonly htmlBytes: number;
  /** Time the render took, ms. */
  readonly renderMs: number;
}

/** The email does not load or render. */
export interface RenderFailure {
  readonly status: "failed";
  /** `load`: the module; `render`: the component or the subject. */
  readonly phase: "load" | "render";
  readonly message: string;
  /** Where it struck, if it could be told; relative to the project root. Counted from 1. */
  readonly location: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  } | null;
  /** Lines around it, the line itself marked with `>`. */
  readonly codeFrame: string | null;
  /** Stack lines in project files first, mapped to the source. */
  readonly stack: readonly string[];
  /** The last result of this variant that was good, to show behind the error. */
  readonly lastGood: RenderSuccess | null;
}

/** The template as it is on disk. */
export interface SourceFile {
  readonly file: string;
  readonly code: string;
}

/** Sends one variant of one email. */
export interface SendRequest {
  readonly emailId: string;
  /** Slug. */
  readonly variant: string;
  /** One to fifty addresses. */
  readonly to: readonly string[];
}

/** What became of it. */
export type SendResult =
  | {
      readonly status: "sent";
      readonly messageId: string;
      readonly accepted: readonly string[];
      readonly target: SendTarget;
      /** Id in the local inbox, when it went there and has arrived. */
      readonly inboxId: string | null;
    }
  | {
      readonly status: "failed";
      /** What was wrong and what would mend it. */
      readonly message: string;
      readonly code: string;
      /** The field that is wrong, such as `to[0]`. */
      readonly field: string | null;
    };

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

/** What the server tells by itself. */
export type ServerEvent =
  /** The list changed: an email was added, renamed or deleted. */
  | { readonly type: "emails"; readonly emails: readonly EmailSummary[] }
  /** These emails may render anew. `null`: any of them. */
  | { readonly type: "changed"; readonly ids: readonly string[] | null }
  | {
      readonly type: "received";
      readonly message: InboxSummary;
      readonly evicted: readonly string[];
    }
  /** Messages deleted by hand or cleared. `null`: all. */
  | { readonly type: "removed"; readonly ids: readonly string[] | null }
  /** The app itself was built anew, as happens while one works on it: the page loads again. */
  | { readonly type: "reload" };

/** Body of every answer that is not 2xx. */
export interface ApiError {
  readonly error: string;
}

/**
 * What the served page carries as `<script type="application/json" id="letterpress-state">`, so
 * that the first paint needs no request. `<` in it is escaped as `\u003c`.
 */
export interface InitialState {
  readonly project: Project;
  readonly emails: readonly EmailSummary[];
  /** The email that the URL names, or the first one at `/`. Null on other pages and when unknown. */
  readonly view: EmailView | null;
}
