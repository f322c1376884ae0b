import type { InboxSummary } from "../../protocol.ts";

/** Messages that refer to each other, or to the same one. */
export interface Thread {
  /** The newest. */
  readonly head: InboxSummary;
  /** Newest first; never empty. */
  readonly messages: readonly InboxSummary[];
}

interface Group {
  /** Places in the list, to be sorted when a thread was put together of several. */
  members: number[];
  mergedInto: Group | null;
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
  const byId = new Map<string, Group>();
  messages.forEach(({ threadIds }, place) => {
    let own: Group = { members: [place], mergedInto: null };
    for (const id of threadIds) {
      const known = byId.get(id);
      if (known) own = merge(rootOf(known), own);
      byId.set(id, own);
    }
    // Without any id it is a thread by itself.
    if (threadIds.length === 0) byId.set(`#${place}`, own);
  });

  const threads: Thread[] = [];
  const seen = new Set<Group>();
  for (const group of byId.values()) {
    const root = rootOf(group);
    if (seen.has(root)) continue;
    seen.add(root);
    const members = root.members.length === 1 ? root.members : root.members.sort((a, b) => a - b);
    const ordered = members.flatMap((place) => messages[place] ?? []);
    const [head] = ordered;
    if (head) threads.push({ head, messages: ordered });
  }
  // Every id is met first at the newest message that has it, so the threads are in order already.
  return threads;
}

function rootOf(group: Group): Group {
  let root = group;
  while (root.mergedInto) root = root.mergedInto;
  // The next look is short.
  if (group !== root) group.mergedInto = root;
  return root;
}

function merge(one: Group, other: Group): Group {
  if (one === other) return one;
  const [large, small] = one.members.length >= other.members.length ? [one, other] : [other, one];
  large.members.push(...small.members);
  small.members = [];
  small.mergedInto = large;
  return large;
}
