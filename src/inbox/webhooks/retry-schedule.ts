/**
 * Minutes until each retry: two rungs, 72 minutes in all.
 *
 * @see https://postmarkapp.com/developer/webhooks/webhooks-overview
 */
const retryMinutes = [1, 5, 15, 1, 5, 10, 10, 10, 15] as const;

/** How often Postmark tries again at most. */
export const mostRetries = retryMinutes.length;

/** Minutes until the next try; `undefined` when there is none. @param tries how often it was tried */
export function minutesUntilRetry(tries: number): number | undefined {
  return retryMinutes[tries - 1];
}

/** What an answer means to Postmark. */
export type Verdict = "delivered" | "retry" | "lost";

/**
 * What Postmark makes of an answer. Any 4xx but 408 and 429 loses the event at once.
 *
 * @param status `undefined` when there was no answer
 */
export function judgeStatus(status: number | undefined): Verdict {
  if (status === undefined || status >= 500 || status === 408 || status === 429) return "retry";
  return status >= 200 && status < 300 ? "delivered" : "lost";
}
