import type { InboxMessage } from "../../../protocol/index.ts";

/**
 * Whether MAIL FROM or RCPT TO say other than the headers do. Hidden recipients are left out here:
 * they show as Bcc.
 */
export function differsFromHeaders({ envelope, from, to, cc }: InboxMessage): boolean {
  const isFrom = envelope.from.toLowerCase() === (from?.address ?? "").toLowerCase();
  const reached = new Set(envelope.to.map((address) => address.toLowerCase()));
  return !isFrom || ![...to, ...cc].every(({ address }) => reached.has(address.toLowerCase()));
}
