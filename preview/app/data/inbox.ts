import type { InboxList, InboxSummary } from "../../protocol/index.ts";
import { clearInbox, deleteMessage, fetchInbox, markMessages } from "./inbox-endpoints.ts";
import { createMessageList } from "./message-list.ts";
import type { Store } from "./store.ts";

/** The inbox as this page knows it. */
export interface InboxData {
  /** Null before the first answer. */
  readonly list: Store<InboxList | null>;
  refresh(): Promise<void>;
  receive(message: InboxSummary, evicted: readonly string[]): void;
  remove(ids: readonly string[] | null): void;
  /** Shows what another page, or a program, has marked. */
  mark(ids: readonly string[], isRead: boolean): void;
  markRead(message: InboxSummary): void;
  markAllRead(messages: readonly InboxSummary[]): void;
  /** Deletes on the server, and here at once. */
  delete(id: string): Promise<void>;
  /** Deletes all, or those of a mailbox. */
  clear(mailbox: string | null): Promise<void>;
}

/** How many of these messages no one has read. */
export function countUnread(list: InboxList | null): number {
  return list?.messages.filter(({ isRead }) => !isRead).length ?? 0;
}

/** Makes the inbox's store. */
export function createInboxData(): InboxData {
  const list = createMessageList();

  async function refresh(): Promise<void> {
    const answer = await fetchInbox();
    if (!answer.ok) return;
    list.replace(answer.value);
  }

  /** Shows it at once; the server tells the other pages. */
  function markRead(messages: readonly InboxSummary[]): void {
    const ids = messages.filter(({ isRead }) => !isRead).map(({ id }) => id);
    if (ids.length === 0) return;
    list.mark(ids, true);
    void markMessages(ids, true);
  }

  return {
    list: list.store,
    refresh,
    remove: list.remove,
    receive: list.receive,
    mark: list.mark,
    markRead: (message) => markRead([message]),
    markAllRead: markRead,
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
