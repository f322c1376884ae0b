import type { InboxMessage } from "../../../src/inbox/inbox.ts";

/** Of a very long ancestry the beginning and the end are kept, as RFC 5537 §3.4.4 has it. */
const mostIds = 24;

/**
 * The Message-IDs by which a message belongs to a thread: its own, as it was sent and as it is
 * delivered, and those in `References` and `In-Reply-To` (RFC 5322 §3.6.4).
 */
export function threadIds({ messageId, delivered, headers }: InboxMessage): readonly string[] {
  const referred = headers
    .filter(({ name }) => /^(references|in-reply-to)$/i.test(name))
    .flatMap(({ value }) => value.match(/<[^<>\s]{1,998}>/g) ?? []);
  const ids = [...new Set([messageId ?? [], delivered.messageId, ...referred].flat())];
  return ids.length <= mostIds ? ids : [...ids.slice(0, mostIds / 2), ...ids.slice(-mostIds / 2)];
}
