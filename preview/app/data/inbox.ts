import type { InboxList, InboxSummary } from "../../protocol/index.ts";
import { clearInbox, deleteMessages, fetchInbox, markMessages } from "./inbox-endpoints.ts";
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
  /** Has them count as not read. */
  markUnread(messages: readonly InboxSummary[]): void;
  /**
   * Deletes: here at once, on the server when it can be taken back no more.
   *
   * @param onFinal told once nothing brings them back
   * @returns what brings them back, as long as that is possible
   */
  delete(ids: readonly string[], onFinal: () => void): () => void;
  /** Deletes all, or those of a mailbox. */
  clear(mailbox: string | null): Promise<void>;
}

/** How many of these messages no one has read. */
export function countUnread(list: InboxList | null): number {
  return list?.messages.filter(({ isRead }) => !isRead).length ?? 0;
}

/** How long messages that were deleted can be brought back, ms. */
const undoMs = 6000;

/** Makes the inbox's store. */
export function createInboxData(): InboxData {
  const list = createMessageList();
  /** What is deleted here, and not yet on the server. */
  let pending:
    | {
        readonly ids: readonly string[];
        readonly timer: ReturnType<typeof setTimeout>;
        readonly onFinal: () => void;
      }
    | undefined;

  async function refresh(): Promise<void> {
    const answer = await fetchInbox();
    if (!answer.ok) return;
    list.replace(answer.value);
    if (pending) list.remove(pending.ids);
  }

  async function deletePending(): Promise<void> {
    if (!pending) return;
    const { ids, timer, onFinal } = pending;
    pending = undefined;
    clearTimeout(timer);
    onFinal();
    const answers = await deleteMessages(ids);
    if (answers.some(({ ok }) => !ok)) await refresh();
  }
  addEventListener("pagehide", () => void deletePending());

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
    markUnread(messages) {
      const ids = messages.map(({ id }) => id);
      list.mark(ids, false);
      void markMessages(ids, false);
    },
    delete(ids, onFinal) {
      void deletePending();
      list.remove(ids);
      pending = { ids, timer: setTimeout(() => void deletePending(), undoMs), onFinal };
      return () => {
        if (pending?.ids !== ids) return;
        clearTimeout(pending.timer);
        pending = undefined;
        void refresh();
      };
    },
    async clear(mailbox) {
      const meant = list.store.get()?.messages.filter((message) => message.mailbox === mailbox);
      list.remove(mailbox === null ? null : (meant ?? []).map(({ id }) => id));
      await deletePending();
      const answer = await clearInbox(mailbox);
      if (!answer.ok) await refresh();
    },
  };
}
