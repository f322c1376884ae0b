import { useMemo, useState } from "react";
import type { InboxSummary } from "../../../protocol/index.ts";
import type { Thread } from "../threads.ts";

/** The threads that were picked to do something with all of them. */
export interface Selection {
  /** Those that are still shown, newest first. */
  readonly messages: readonly InboxSummary[];
  /** How many threads these are. */
  readonly count: number;
  has(thread: Thread): boolean;
  /** Picks a thread, or lets it go. */
  toggle(thread: Thread): void;
  /** Picks all from the one picked last to this one. */
  extendTo(thread: Thread): void;
  clear(): void;
}

const nothing: ReadonlySet<string> = new Set();

/** Keeps what is selected in a list as messages come, go and are filtered. */
export function useSelection(threads: readonly Thread[], openedId: string | null): Selection {
  const [ids, setIds] = useState(nothing);
  const [last, setLast] = useState<string | null>(null);
  const picked = useMemo(
    () => (ids.size === 0 ? [] : threads.filter((thread) => isIn(thread, ids))),
    [threads, ids],
  );
  const indexOf = (id: string | null) =>
    threads.findIndex(({ messages }) => messages.some((message) => message.id === id));
  return {
    messages: useMemo(() => picked.flatMap(({ messages }) => messages), [picked]),
    count: picked.length,
    has: (thread) => isIn(thread, ids),
    toggle(thread) {
      const its = thread.messages.map(({ id }) => id);
      const others = [...ids].filter((id) => !its.includes(id));
      setIds(new Set(isIn(thread, ids) ? others : [...others, ...its]));
      setLast(thread.head.id);
    },
    extendTo(thread) {
      const to = indexOf(thread.head.id);
      const anchor = indexOf(last) < 0 ? indexOf(openedId) : indexOf(last);
      const from = anchor < 0 ? to : anchor;
      const range = threads.slice(Math.min(from, to), Math.max(from, to) + 1);
      setIds(new Set([...ids, ...range.flatMap(({ messages }) => messages.map(({ id }) => id))]));
      setLast(thread.head.id);
    },
    clear() {
      setIds(nothing);
      setLast(null);
    },
  };
}

function isIn({ messages }: Thread, ids: ReadonlySet<string>): boolean {
  return messages.some(({ id }) => ids.has(id));
}
