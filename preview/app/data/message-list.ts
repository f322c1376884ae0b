import type { InboxList, InboxSummary } from "../../protocol/index.ts";
import { createStore, type Store } from "./store.ts";

/** The messages of the inbox, newest first, as they come and go. */
export interface MessageList {
  /** Null before the first answer. */
  readonly store: Store<InboxList | null>;
  /** Takes an answer; what came while it was on its way is put on top of it. */
  replace(list: InboxList): void;
  /** @param evicted ids of the messages that the cap pushed out for it */
  receive(message: InboxSummary, evicted: readonly string[]): void;
  /** Says of these that they were read, or not. */
  mark(ids: readonly string[], isRead: boolean): void;
  /** Null: all. */
  remove(ids: readonly string[] | null): void;
}

/** Messages that come in quick succession are shown together, this often, ms. */
const batchMs = 50;

/** Makes an empty list. */
export function createMessageList(): MessageList {
  const store = createStore<InboxList | null>(null);
  let arrived = new Map<string, InboxSummary>();
  let evicted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function showArrived(): void {
    const current = store.get();
    if (!current || arrived.size + evicted.size === 0) return;
    const others = current.messages.filter(({ id }) => !evicted.has(id) && !arrived.has(id));
    // One may have been pushed out by a later one of the same batch.
    const newest = [...arrived.values()].filter(({ id }) => !evicted.has(id)).reverse();
    store.set({
      ...current,
      messages: [...newest, ...others],
      evicted: current.evicted + evicted.size,
    });
    arrived = new Map();
    evicted = new Set();
  }

  /** The first of a burst shows at once, the others with their batch. */
  function showSoon(): void {
    if (timer !== undefined) return;
    showArrived();
    timer = setTimeout(() => {
      timer = undefined;
      if (arrived.size > 0) showSoon();
    }, batchMs);
  }

  return {
    store,
    replace(list) {
      store.set(list);
      showArrived();
    },
    receive(message, evictedIds) {
      arrived.set(message.id, message);
      for (const id of evictedIds) evicted.add(id);
      // Before the first answer there is no list to put it into.
      if (store.get()) showSoon();
    },
    mark(ids, isRead) {
      showArrived();
      const current = store.get();
      const meant = new Set(ids);
      const changes = (one: InboxSummary) => meant.has(one.id) && one.isRead !== isRead;
      if (!current?.messages.some(changes)) return;
      const messages = current.messages.map((one) => (changes(one) ? { ...one, isRead } : one));
      store.set({ ...current, messages });
    },
    remove(ids) {
      showArrived();
      const current = store.get();
      if (!current) return;
      const gone = ids && new Set(ids);
      const left = gone ? current.messages.filter(({ id }) => !gone.has(id)) : [];
      store.set({ ...current, messages: left });
    },
  };
}
