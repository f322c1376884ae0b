import type { InboxProblem, InboxProblemCode } from "../problem.ts";

/** An error as Postmark's API answers it. */
export interface ApiError {
  /** Postmark's own number, which is not the HTTP status. */
  readonly code: number;
  readonly message: string;
}

/**
 * Postmark's number for each thing that it refuses. What its list of codes does not name is an invalid
 * request (300).
 *
 * @see https://postmarkapp.com/developer/api/overview#error-codes
 */
const codes: Partial<Readonly<Record<InboxProblemCode, number>>> = {
  "sender-unverified": 400,
  "attachment-forbidden": 411,
  "stream-malformed": 1235,
  "stream-unknown": 1235,
  "stream-inbound": 1236,
  "recipient-suppressed": 406,
};

const texts: Partial<Readonly<Record<InboxProblemCode, string>>> = {
  "stream-malformed": "The 'MessageStream' provided does not exist on this server.",
  "stream-unknown": "The 'MessageStream' provided does not exist on this server.",
  "stream-inbound": "Sending is not supported on the supplied 'MessageStream'.",
  "sender-unverified":
    "The 'From' address you supplied is not a Sender Signature on your account. Please add and confirm this address in order to be able to use it in the 'From' field of your messages.",
};

/** What Postmark's API answers to a problem. Of its texts few are documented; others are the inbox's own. */
export function toApiError({ code, message }: InboxProblem): ApiError {
  return { code: codes[code] ?? 300, message: texts[code] ?? message };
}

/** The answer when every recipient is inactive; clients read the addresses out of its text. */
export function inactiveRecipients(addresses: readonly string[]): ApiError {
  return {
    code: 406,
    message: `You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ${addresses.join(", ")}. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.`,
  };
}
