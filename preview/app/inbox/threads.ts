import type { InboxSummary } from "../../protocol/index.ts";

/** Messages that refer to each other, or to the same one. */
export interface Thread {
  /** The newest. */
  readonly head: InboxSummary;
  /** Newest first; never empty. */
  readonly messages: readonly InboxSummary[];
}

/**
 * Puts messages together that belong together by what they say themselves: their `Message-ID`,
 * `References` and `In-Reply-To` (RFC 5322 §3.6.4), also where the message referred to never came.
 * A like subject is no thread: in a mailbox for testing, the same email arrives again and again.
 *
 * @param messages newest first
 * @returns a thread for each, in the order of their newest messages
 */
export function groupThreads(messages: readonly InboxSummary[]): readonly Thread[] {
  // Each message points to a newer one of its thread, the newest to itself.
  const newer = Int32Array.from(messages, (_, place) => place);
  const firstWith = new Map<string, number>();
  messages.forEach(({ threadIds }, place) => {
    for (const id of threadIds) {
      const first = firstWith.get(id);
      if (first === undefined) firstWith.set(id, place);
      else join(newer, first, place);
    }
  });

  const members = new Map<number, InboxSummary[]>();
  messages.forEach((message, place) => {
    const newest = newestOf(newer, place);
    if (newest === place) members.set(place, [message]);
    else members.get(newest)?.push(message);
  });
  return Array.from(members, ([newest, inThread]) => ({
    head: messages[newest] as InboxSummary,
    messages: inThread,
  }));
}

function join(newer: Int32Array, one: number, other: number): void {
  const [newest, older] = [newestOf(newer, one), newestOf(newer, other)].sort((a, b) => a - b);
  newer[older as number] = newest as number;
}

function newestOf(newer: Int32Array, place: number): number {
  let at = place;
  for (;;) {
    const next = newer[at] as number;
    if (next === at) return at;
    // Half of the way is left to the next who asks.
    newer[at] = newer[next] as number;
    at = next;
  }
}
