/**
 * The error tree. Classes follow what the caller does next. An error is recognised by its brand and
 * never by `instanceof`, which is false across the two copies of a module that Vite may load.
 */

const brand = Symbol.for("letterpress.error");

/** The `code` of each error class. */
export type MailErrorCode =
  | "ERR_INVALID_MESSAGE"
  | "ERR_RENDER"
  | "ERR_DELIVERY"
  | "ERR_WEBHOOK"
  | "ERR_OUTBOX"
  | "ERR_POSTMARK_API";

/** What every error of this package is: branded, with a stable `code` and, where there is one, a `cause`. */
export abstract class MailError extends Error {
  /** Stable identifier to branch on. */
  abstract readonly code: MailErrorCode;
  readonly [brand] = true;
}

/** One thing that is wrong with an input. */
export interface Issue {
  /** Path of the field, such as `to[2]`, `attachments[0].filename` or `props.order.number`. */
  readonly field: string;
  /** What is wrong and what would fix it. Never holds a token, a body or an address list. */
  readonly message: string;
}

/** The input cannot be sent as it is. Thrown before any network; fix the named fields. */
export class InvalidMessageError extends MailError {
  override readonly name = "InvalidMessageError";
  readonly code = "ERR_INVALID_MESSAGE";
  /** The first field that is wrong. */
  readonly field: string;
  /** All that is wrong, at least one. */
  readonly issues: readonly Issue[];

  /** @param issues everything that is wrong, in the order of the fields; at least one */
  constructor(issues: readonly [Issue, ...Issue[]], options?: ErrorOptions) {
    const [first, ...rest] = issues;
    const more = rest.map((issue) => `\n  - ${issue.message}`).join("");
    super(`Cannot send: ${first.message}${more}`, options);
    this.field = first.field;
    this.issues = issues;
  }
}

/** A place in a source file; lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Facts of a {@link RenderError}. */
export interface RenderErrorDetails extends ErrorOptions {
  /** The email's id, where it has one. */
  readonly emailId?: string | undefined;
  /** The variant that was rendered, where it was one. */
  readonly variant?: string | undefined;
  /** Where in the template it struck, where known. */
  readonly location?: SourceLocation | undefined;
  /** React's component stack, innermost first, where known. */
  readonly componentStack?: string | undefined;
  /**
   * Where the elements were written that led to the failing component, innermost first. Known in
   * development, from React 19.1 on.
   *
   * @see https://react.dev/reference/react/captureOwnerStack
   */
  readonly ownerStack?: string | undefined;
}

/** The template could not be rendered. Fix the template. */
export class RenderError extends MailError {
  override readonly name = "RenderError";
  readonly code = "ERR_RENDER";
  readonly emailId: string | undefined;
  readonly variant: string | undefined;
  readonly location: SourceLocation | undefined;
  readonly componentStack: string | undefined;
  readonly ownerStack: string | undefined;

  /** @param message "Cannot render …: what was wrong and what would fix it" */
  constructor(message: string, details: RenderErrorDetails = {}) {
    super(message, details);
    this.emailId = details.emailId;
    this.variant = details.variant;
    this.location = details.location;
    this.componentStack = details.componentStack;
    this.ownerStack = details.ownerStack;
  }
}

/**
 * What a delivery fault is a fault of.
 *
 * `connection`, `dns`, `tls` and `credentials` are faults of the channel: every message would meet
 * them. `rejected` and `recipients` are faults of this message. `timeout`, `aborted` and `closed`
 * say that it was not carried through; `protocol` that the server broke the rules of SMTP.
 * `suppressed`: the sender's `suppressions` say that its recipients get no mail; it never left.
 */
export type DeliveryErrorKind =
  | "connection"
  | "dns"
  | "tls"
  | "credentials"
  | "rejected"
  | "recipients"
  | "timeout"
  | "aborted"
  | "closed"
  | "protocol"
  | "suppressed";

/** How far the SMTP dialogue had come. `final-dot`: the whole message was written, its answer not read. */
export type DeliveryStage =
  | "compose"
  | "connect"
  | "greeting"
  | "tls"
  | "auth"
  | "mail"
  | "rcpt"
  | "data"
  | "final-dot";

/**
 * `not-sent`: certain, a repetition can make no copy. `unknown`: the message was written to its
 * final dot and the answer never came, so the server may have it (RFC 5321 §4.5.3.2.6, RFC 1047).
 */
export type DeliveryOutcome = "not-sent" | "unknown";

/** A recipient that the server refused, with its reply, or that the sender's `suppressions` held back. */
export interface RejectedRecipient {
  readonly address: string;
  /** SMTP reply code, such as 550. */
  readonly smtpCode: number | undefined;
  /** RFC 3463 code, such as "5.1.1". */
  readonly enhancedCode: string | undefined;
  /** The reply as the server wrote it. */
  readonly response: string;
  /** Whether the server may take it later (4xx). */
  readonly transient: boolean;
  /** Why it is suppressed, where it was never given to a server. */
  readonly suppression?: "hard-bounce" | "complaint" | "unsubscribe" | "manual" | undefined;
}

/** A field of a message's metadata that holds an id of its own, by which Postmark can be searched. */
export interface MetadataId {
  readonly key: string;
  readonly value: string;
}

/** Facts of a {@link DeliveryError}. */
export interface DeliveryErrorDetails extends ErrorOptions {
  readonly kind: DeliveryErrorKind;
  readonly stage: DeliveryStage;
  readonly transient: boolean;
  readonly outcome: DeliveryOutcome;
  readonly messageId?: string | undefined;
  readonly metadataId?: MetadataId | undefined;
  readonly smtpCode?: number | undefined;
  readonly enhancedCode?: string | undefined;
  readonly response?: string | undefined;
  readonly rejected?: readonly RejectedRecipient[] | undefined;
}

/** The message did not, or did not certainly, reach the server. Look at `outcome`. */
export class DeliveryError extends MailError {
  override readonly name = "DeliveryError";
  readonly code = "ERR_DELIVERY";
  readonly kind: DeliveryErrorKind;
  readonly stage: DeliveryStage;
  /** Whether the same message may succeed later. */
  readonly transient: boolean;
  readonly outcome: DeliveryOutcome;
  /** The Message-ID to look the message up by, with angle brackets, where one was made. */
  readonly messageId: string | undefined;
  /**
   * The metadata field to look the message up by, where it carries one that repeats the first part
   * of its Message-ID.
   *
   * @see https://postmarkapp.com/developer/api/messages-api#outbound-message-search
   */
  readonly metadataId: MetadataId | undefined;
  readonly smtpCode: number | undefined;
  readonly enhancedCode: string | undefined;
  /** The server's reply, where it gave one. */
  readonly response: string | undefined;
  readonly rejected: readonly RejectedRecipient[];

  /** @param message "Cannot deliver: what happened, and what would fix it" */
  constructor(message: string, details: DeliveryErrorDetails) {
    super(message, details);
    this.kind = details.kind;
    this.stage = details.stage;
    this.transient = details.transient;
    this.outcome = details.outcome;
    this.messageId = details.messageId;
    this.metadataId = details.metadataId;
    this.smtpCode = details.smtpCode;
    this.enhancedCode = details.enhancedCode;
    this.response = details.response;
    this.rejected = details.rejected ?? [];
  }
}

/** A webhook cannot be read. Answer it with `status`. */
export class WebhookError extends MailError {
  override readonly name = "WebhookError";
  readonly code = "ERR_WEBHOOK";
  /** HTTP status that does the right thing at Postmark's end. */
  readonly status: number;

  /** @param message "Cannot read the webhook: what is wrong with it" */
  constructor(message: string, { status, ...options }: ErrorOptions & { readonly status: number }) {
    super(message, options);
    this.status = status;
  }
}

/**
 * What an {@link OutboxError} is a fault of.
 *
 * `database`: it cannot be reached, or refuses. `schema`: its tables are of another version.
 * `embedded`: no PostgreSQL could be started. `key`: the key was used for other content.
 * `state`: the message is not in a state that allows it. `encryption`: a key is missing or wrong.
 * `transaction`: what was given as `tx` cannot run a query in a transaction. `driver`: `pg` is missing.
 */
export type OutboxErrorKind =
  | "database"
  | "schema"
  | "embedded"
  | "key"
  | "state"
  | "encryption"
  | "transaction"
  | "driver";

/** Facts of an {@link OutboxError}. */
export interface OutboxErrorDetails extends ErrorOptions {
  readonly kind: OutboxErrorKind;
  /** The id of the row, where it is about one. */
  readonly messageId?: string | undefined;
  /** How often its delivery was tried, where it is about one row. */
  readonly attempts?: number | undefined;
}

/** The outbox could not do what it was asked. Look at `kind`. */
export class OutboxError extends MailError {
  override readonly name = "OutboxError";
  readonly code = "ERR_OUTBOX";
  readonly kind: OutboxErrorKind;
  /** The id of the row in the outbox, where it is about one. */
  readonly messageId: string | undefined;
  readonly attempts: number | undefined;

  /** @param message "Cannot …: what happened, and what would fix it" */
  constructor(message: string, details: OutboxErrorDetails) {
    super(message, details);
    this.kind = details.kind;
    this.messageId = details.messageId;
    this.attempts = details.attempts;
  }
}

/** Whether a value is an error of this package, whichever copy of the module made it. */
export function isMailError(value: unknown): value is MailError {
  return typeof value === "object" && value !== null && brand in value;
}

/** Whether a value is an {@link InvalidMessageError}. */
export function isInvalidMessageError(value: unknown): value is InvalidMessageError {
  return isMailError(value) && value.code === "ERR_INVALID_MESSAGE";
}

/** Whether a value is a {@link RenderError}. */
export function isRenderError(value: unknown): value is RenderError {
  return isMailError(value) && value.code === "ERR_RENDER";
}

/** Whether a value is a {@link DeliveryError}. */
export function isDeliveryError(value: unknown): value is DeliveryError {
  return isMailError(value) && value.code === "ERR_DELIVERY";
}

/** Whether a value is a {@link WebhookError}. */
export function isWebhookError(value: unknown): value is WebhookError {
  return isMailError(value) && value.code === "ERR_WEBHOOK";
}

/** Whether a value is an {@link OutboxError}. */
export function isOutboxError(value: unknown): value is OutboxError {
  return isMailError(value) && value.code === "ERR_OUTBOX";
}
