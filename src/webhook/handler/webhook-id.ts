import { createHash } from "node:crypto";

/** Longest id of Postmark's that is taken as it is; theirs have 36 characters. */
const longest = 100;

/**
 * The id of a webhook, the same for each of its repetitions: Postmark's trace id, which stays the
 * same when it tries again, or a hash of the body where there is none. The id of the message will
 * not do: a message has many events.
 *
 * @see https://postmarkapp.com/developer/webhooks/webhooks-overview
 */
export function webhookIdOf(headers: Headers, body: Uint8Array | string): string {
  const trace = headers.get("x-pm-webhook-trace-id")?.trim() ?? "";
  if (/^[\w.:-]+$/.test(trace) && trace.length <= longest) return trace;
  return `sha256-${createHash("sha256").update(trace).update(body).digest("hex").slice(0, 40)}`;
}

/** How often Postmark will try again after this attempt, where it says so. */
export function retriesRemainingOf(headers: Headers): number | undefined {
  const given = headers.get("x-pm-retries-remaining") ?? "";
  return /^\d{1,4}$/.test(given) ? Number(given) : undefined;
}
