/**
 * What the real Postmark would make of a problem.
 *
 * `refused`: the login or the message would not get through. `exposed`: recipients would see what
 * they should not. `ignored`: the message would be delivered, but not do what was asked. `unsure`:
 * Postmark does not document what happens.
 */
export type InboxProblemEffect = "refused" | "exposed" | "ignored" | "unsure";

/** Stable identifiers of what the real Postmark would not take. */
export type InboxProblemCode =
  | "login-whitespace"
  | "login-no-password"
  | "login-password-x"
  | "login-email"
  | "login-secret-missing"
  | "login-password-differs"
  | "login-unknown"
  | "token-header"
  | "header-misspelt"
  | "header-unknown"
  | "stream-malformed"
  | "stream-unknown"
  | "stream-inbound"
  | "stream-differs"
  | "unsubscribe-added"
  | "unsubscribe-missing"
  | "unsubscribe-replaced"
  | "sender-missing"
  | "sender-unverified"
  | "recipients-too-many"
  | "recipient-not-ascii"
  | "recipient-suppressed"
  | "message-too-large"
  | "body-too-large"
  | "subject-too-long"
  | "from-too-long"
  | "attachment-forbidden"
  | "tag-too-long"
  | "tag-repeated"
  | "tag-not-ascii"
  | "metadata-too-many"
  | "metadata-key-too-long"
  | "metadata-value-too-long"
  | "metadata-not-ascii"
  | "tracking-malformed"
  | "tracking-without-html"
  | "bounce-type-ignored"
  | "eight-bit"
  | "address-syntax"
  | "message-cut"
  | "unparseable"
  | "charset-unknown"
  | "charset-differs"
  | "encoding-unknown"
  | "header-malformed"
  | "header-repeated"
  | "structure-malformed"
  | "parts-too-many"
  | "address-malformed"
  | "from-repeated"
  | "date-malformed";

/** Something in a message, or in the login it came by, that the real Postmark would not take. */
export interface InboxProblem {
  readonly code: InboxProblemCode;
  readonly effect: InboxProblemEffect;
  /** What is wrong, what Postmark does, and what would fix it. Holds no credential. */
  readonly message: string;
}
