import type { InboxList, InboxSummary } from "../../protocol/index.ts";
import { clearInbox, deleteMessage, fetchInbox } from "./inbox-endpoints.ts";
import { createMessageList } from "./message-list.ts";
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
  /** Marks these as opened. */
  markAllRead(messages: readonly InboxSummary[]): void;
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

/** Makes the inbox's store. */
export function createInboxData(): InboxData {
  const list = createMessageList();
  const read = createStore<ReadonlySet<string>>(new Set(readStored()));

  async function refresh(): Promise<void> {
    const answer = await fetchInbox();
    if (!answer.ok) return;
    list.replace(answer.value);
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
    list: list.store,
    read,
    refresh,
    remove: list.remove,
    receive: list.receive,
    markRead(message) {
      const key = readKey(message);
      if (!read.get().has(key)) store(new Set([...read.get(), key]));
    },
    markAllRead(messages) {
      store(new Set([...read.get(), ...messages.map(readKey)]));
    },
    async delete(id) {
      list.remove([id]);
      const answer = await deleteMessage(id);
      if (!answer.ok && answer.problem.kind !== "missing") await refresh();
    },
    async clear(mailbox) {
      const meant = list.store.get()?.messages.filter((message) => message.mailbox === mailbox);
      list.remove(mailbox === null ? null : (meant ?? []).map(({ id }) => id));
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
