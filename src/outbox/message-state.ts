/**
 * Where a message stands.
 *
 * `queued` waits for its first attempt and `retry` for another; `sending` is under way. `uncertain`:
 * it was handed over and the answer is not known, so it is looked up before anything else. `held`
 * waits for a person. `accepted`: Postmark's server took it; `delivered`, `opened`, `clicked`,
 * `bounced` and `complained` are what webhooks said since. `rejected`: refused for good; `expired`
 * and `cancelled`: not sent, and not to be.
 */
export type MessageState = (typeof messageStates)[number];

/** Every state, in the order of a message's life. */
export const messageStates = [
  ...(["queued", "sending", "retry", "uncertain", "held"] as const),
  ...(["accepted", "delivered", "opened", "clicked", "bounced", "complained"] as const),
  ...(["rejected", "expired", "cancelled"] as const),
] as const;
