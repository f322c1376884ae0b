import type { InboxMessage } from "../inbox.ts";

/** Names of the parameters that a filter is read from. */
export const filterNames = ["mailbox", "from", "to", "subject", "since", "unread"] as const;

/**
 * Makes a filter of a query: each parameter that is there must fit.
 *
 * `from` and `to` are whole addresses in any case, `to` of the header or of the envelope; `subject` is
 * a part of it, in any case; `since` a time in ISO 8601; `unread` is `true`.
 *
 * @throws {RangeError} when `since` is no time
 */
export function readMessageFilter(query: URLSearchParams): (message: InboxMessage) => boolean {
  const [mailbox, from, to, subject, since, unread] = filterNames.map(
    (name) => query.get(name)?.toLowerCase() ?? undefined,
  );
  const sinceMs = since === undefined ? undefined : Date.parse(since);
  if (Number.isNaN(sinceMs)) {
    throw new RangeError("Cannot filter: 'since' must be a time, such as 2026-01-31T12:00:00Z");
  }
  return (message) =>
    (mailbox === undefined || message.mailbox.toLowerCase() === mailbox) &&
    (from === undefined || senders(message).includes(from)) &&
    (to === undefined || recipients(message).includes(to)) &&
    (subject === undefined || message.subject.toLowerCase().includes(subject)) &&
    (sinceMs === undefined || message.receivedAt.getTime() >= sinceMs) &&
    (unread !== "true" || !message.isRead);
}

function senders({ from, envelope }: InboxMessage): readonly string[] {
  return [from?.address ?? "", envelope.from].map((address) => address.toLowerCase());
}

function recipients({ to, cc, envelope }: InboxMessage): readonly string[] {
  return [...to, ...cc]
    .map(({ address }) => address)
    .concat(envelope.to)
    .map((address) => address.toLowerCase());
}
