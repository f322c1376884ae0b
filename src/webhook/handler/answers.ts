import type { WebhookProblemCode } from "./webhook-problem.ts";

/** An answer to a problem: what is said, and the status that does the right thing at Postmark's end. */
export interface ProblemAnswer {
  readonly status: number;
  readonly message: string;
}

/** What Postmark and everybody else is told. Postmark tries again after 408, 429 and 5xx, and after nothing else. */
export const answers: Readonly<Record<WebhookProblemCode, ProblemAnswer>> = {
  method: {
    status: 405,
    message:
      "Cannot take this request: webhooks come by POST; if Postmark sent it, a redirect has made a GET of it, so give Postmark the address that it leads to",
  },
  credentials: {
    status: 401,
    message:
      "Cannot take this request: its credentials are not among 'credentials'; compare them with the webhook's address or headers at Postmark",
  },
  address: {
    status: 503,
    message:
      "Cannot take this request: it has the right credentials, but the address that it came from is unknown or not among 'addresses'",
  },
  // A repetition would be as long.
  "too-large": { status: 413, message: "Cannot take this request: its body is too long" },
  "slow-body": { status: 408, message: "Cannot take this request: its body took too long" },
  "cut-body": { status: 408, message: "Cannot take this request: its body came in part only" },
  malformed: { status: 400, message: "Cannot read the webhook" },
  // Postmark tries mail that came in again after everything but 200 and 403, for half a day.
  inbound: {
    status: 422,
    message:
      "Cannot take this request: it is mail that came in, and this address is for events; give Postmark's inbound webhook an address of its own",
  },
  "store-failed": {
    status: 503,
    message: "Cannot keep the webhook: the store failed; Postmark is asked to try again",
  },
  "handler-failed": {
    status: 503,
    message:
      "Cannot handle the webhook: 'onEvent' threw, or 'suppressions' failed; Postmark is asked to try again",
  },
};

/** The answer to a webhook that is done with. */
export function accept(body: Readonly<Record<string, unknown>>): Response {
  return Response.json({ ok: true, ...body });
}
