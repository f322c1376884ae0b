/**
 * Where a message stands.
 *
 * `queued` waits for its first attempt and `retry` for another; `sending` is under way. `uncertain`:
 * it was handed over and the answer is not known, so it is looked up before anything else. `held`
 * waits for a person. `accepted`: Postmark's server took it; `delivered`, `opened`, `clicked`,
 * `bounced` and `complained` are what webhooks said since. `rejected`: refused for good; `expired`
 * and `cancelled`: not sent, and not to be.
 */
export type MessageState =
  | "queued"
  | "sending"
  | "retry"
  | "uncertain"
  | "held"
  | "accepted"
  | "delivered"
  | "opened"
  | "clicked"
  | "bounced"
  | "complained"
  | "rejected"
  | "expired"
  | "cancelled";
