import type { InboxList, InboxSummary } from "../../protocol.ts";
import { clearInbox, deleteMessage, fetchInbox } from "./api.ts";
import { readRemembered, writeRemembered } from "./remembered.ts";
import { createStore, type Store } from "./store.ts";

/** The inbox as this page knows it. */
export interface InboxData {
  /** Null before the first answer. */
  readonly list: Store<InboxList | null>;
  /** Keys of the messages that were opened in this browser. */
  readonly read: Store<ReadonlySet<string>>;
  refresh(): Promise<void>;
  receive(message: InboxSummary, evicted: readonly string[]): void;
  remove(ids: readonly string[] | null): void;
  markRead(message: InboxSummary): void;
  /** Deletes on the server, and here at once. */
  delete(id: string): Promise<void>;
  /** Deletes all, or those of a mailbox. */
  clear(mailbox: string | null): Promise<void>;
}

/** Tells a message from one with the same id in an inbox started later. */
export function readKey(message: Pick<InboxSummary, "id" | "receivedAt">): string {
  return `${message.id}@${message.receivedAt}`;
}

/** How many of these messages were never opened here. */
export function countUnread(list: InboxList | null, read: ReadonlySet<string>): number {
  return list?.messages.filter((message) => !read.has(readKey(message))).length ?? 0;
}

/** Messages that come in quick succession are shown together, this often, ms. */
const batchMs = 50;

/** Makes the inbox's store. */
export function createInboxData(): InboxData {
  const list = createStore<InboxList | null>(null);
  const read = createStore<ReadonlySet<string>>(new Set(readStored()));
  let arrived = new Map<string, InboxSummary>();
  let evicted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function setMessages(messages: readonly InboxSummary[], evictedNow = 0): void {
    const current = list.get();
    if (current) list.set({ ...current, messages, evicted: current.evicted + evictedNow });
  }

  function showArrived(): void {
    const current = list.get();
    if (!current || arrived.size + evicted.size === 0) return;
    const others = current.messages.filter(({ id }) => !evicted.has(id) && !arrived.has(id));
    // One may have been pushed out by a later one of the same batch.
    const newest = [...arrived.values()].filter(({ id }) => !evicted.has(id)).reverse();
    const evictedNow = evicted.size;
    arrived = new Map();
    evicted = new Set();
    setMessages([...newest, ...others], evictedNow);
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

  function remove(ids: readonly string[] | null): void {
    showArrived();
    const messages = list.get()?.messages ?? [];
    const gone = ids && new Set(ids);
    setMessages(gone ? messages.filter(({ id }) => !gone.has(id)) : []);
  }

  async function refresh(): Promise<void> {
    const answer = await fetchInbox();
    if (!answer.ok) return;
    // What came while the answer was on its way is put on top of it.
    list.set(answer.value);
    showArrived();
    forgetGone(answer.value.messages);
  }

  /** Keeps what is remembered from growing past the inbox itself. */
  function forgetGone(messages: readonly InboxSummary[]): void {
    const here = new Set(messages.map(readKey));
    store(new Set([...read.get()].filter((key) => here.has(key))));
  }

  function store(keys: ReadonlySet<string>): void {
    read.set(keys);
    writeRemembered("read", JSON.stringify([...keys]));
  }

  return {
    list,
    read,
    refresh,
    remove,
    receive(message, evictedIds) {
      arrived.set(message.id, message);
      for (const id of evictedIds) evicted.add(id);
      // Before the first answer there is no list to put it into.
      if (list.get()) showSoon();
    },
    markRead(message) {
      const key = readKey(message);
      if (!read.get().has(key)) store(new Set([...read.get(), key]));
    },
    async delete(id) {
      remove([id]);
      const answer = await deleteMessage(id);
      if (!answer.ok && answer.problem.kind !== "missing") await refresh();
    },
    async clear(mailbox) {
      const meant = list.get()?.messages.filter((message) => message.mailbox === mailbox);
      remove(mailbox === null ? null : (meant ?? []).map(({ id }) => id));
      const answer = await clearInbox(mailbox);
      if (!answer.ok) await refresh();
    },
  };
}

function readStored(): string[] {
  try {
    const stored: unknown = JSON.parse(readRemembered("read") ?? "[]");
    return Array.isArray(stored) ? stored.map(String) : [];
  } catch {
    return [];
  }
}
