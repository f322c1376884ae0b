import type { InboxList, InboxSummary } from "../../protocol.ts";
import { deleteMessages, fetchInbox } from "./api.ts";
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
  clear(): Promise<void>;
}

/** Tells a message from one with the same id in an inbox started later. */
export function readKey(message: Pick<InboxSummary, "id" | "receivedAt">): string {
  return `${message.id}@${message.receivedAt}`;
}

/** How many of these messages were never opened here. */
export function countUnread(list: InboxList | null, read: ReadonlySet<string>): number {
  return list?.messages.filter((message) => !read.has(readKey(message))).length ?? 0;
}

/** Makes the inbox's store. */
export function createInboxData(): InboxData {
  const list = createStore<InboxList | null>(null);
  const read = createStore<ReadonlySet<string>>(new Set(readStored()));

  function setMessages(messages: readonly InboxSummary[], evictedNow = 0): void {
    const current = list.get();
    if (current) list.set({ ...current, messages, evicted: current.evicted + evictedNow });
  }

  function remove(ids: readonly string[] | null): void {
    const messages = list.get()?.messages ?? [];
    setMessages(ids ? messages.filter((message) => !ids.includes(message.id)) : []);
  }

  async function refresh(): Promise<void> {
    const answer = await fetchInbox();
    if (!answer.ok) return;
    list.set(answer.value);
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
    receive(message, evicted) {
      const messages = list.get()?.messages ?? [];
      const others = messages.filter(({ id }) => id !== message.id && !evicted.includes(id));
      setMessages([message, ...others], evicted.length);
    },
    markRead(message) {
      const key = readKey(message);
      if (!read.get().has(key)) store(new Set([...read.get(), key]));
    },
    async delete(id) {
      remove([id]);
      const answer = await deleteMessages(id);
      if (!answer.ok && answer.problem.kind !== "missing") await refresh();
    },
    async clear() {
      remove(null);
      const answer = await deleteMessages();
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
