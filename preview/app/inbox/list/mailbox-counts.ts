import type { InboxSummary } from "../../../protocol/index.ts";

/** A mailbox, and how many of the messages found lie in it. */
export interface MailboxCount {
  readonly name: string;
  readonly count: number;
}

/** Where mail lies that says nothing of it. */
const usual = "outbound";

/** The mailboxes of all messages by name, the usual one first, with how many of those found lie in each. */
export function countMailboxes(
  messages: readonly InboxSummary[],
  found: readonly InboxSummary[],
): readonly MailboxCount[] {
  const counts = new Map<string, number>();
  for (const { mailbox } of messages) counts.set(mailbox, 0);
  for (const { mailbox } of found) counts.set(mailbox, (counts.get(mailbox) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, "en"));
}

function rank({ name }: MailboxCount): number {
  return name === usual ? 0 : 1;
}
