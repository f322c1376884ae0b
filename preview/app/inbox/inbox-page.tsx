import { useEffect } from "react";
import type { InboxSummary } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import { useHandlers } from "../keys/actions.tsx";
import type { InboxRoute } from "../route.ts";
import { Connection } from "../ui/connection.tsx";
import { count, formatBytes } from "../ui/format.ts";
import { ListToggle } from "../ui/list-toggle.tsx";
import { useNotices } from "../ui/notices.tsx";
import { Shell } from "../ui/shell.tsx";
import { goTo } from "../use-route.ts";
import { EmptyInbox } from "./empty-inbox.tsx";
import { InboxList } from "./list/inbox-list.tsx";
import { MessageStage } from "./message/message-stage.tsx";
import { nextShown } from "./next-shown.ts";
import { useInboxView } from "./use-inbox-view.ts";

/** The Inbox room: what arrived, and one message of it. */
export function InboxPage({ route: asked }: { readonly route: InboxRoute }) {
  const { inbox } = useClient();
  const list = useStore(inbox.list);
  const view = useInboxView(asked, list);
  const { route, threads, opened } = view;
  const at = threads.findIndex(({ messages }) => messages.some(({ id }) => id === route.id));
  const go = (message: InboxSummary | undefined) => message && goTo({ ...route, id: message.id });
  const { notify } = useNotices();
  const deleteMessage = (id: string) => {
    const here = route;
    const undo = inbox.delete(id);
    goTo({ ...route, id: nextShown(threads, id) }, { replace: true });
    notify({
      tone: "done",
      text: "Message deleted",
      act: {
        label: "Undo",
        run() {
          undo();
          goTo({ ...here, id }, { replace: true });
        },
      },
    });
  };
  const shown = opened?.messages.find(({ id }) => id === route.id);
  const deleteShown = () => shown && deleteMessage(shown.id);
  const inThread = opened?.messages.findIndex(({ id }) => id === route.id) ?? 0;
  useHandlers({
    next: () => go(threads[at + 1]?.head),
    previous: () => go(threads[at < 0 ? 0 : at - 1]?.head),
    ...(shown && {
      delete: deleteShown,
      "delete-also": deleteShown,
      unread: () => (shown.isRead ? inbox.markUnread(shown) : inbox.markRead(shown)),
    }),
    "next-in-thread": () => go(opened?.messages[inThread + 1]),
    "previous-in-thread": () => go(opened?.messages[inThread - 1]),
    back: () => (view.typed ? view.setTyped("") : goTo({ ...route, id: null, view: null })),
  });
  useEffect(() => {
    if (!inbox.list.get()) void inbox.refresh();
  }, [inbox]);

  return (
    <Shell
      page="inbox"
      listLabel="Messages"
      list={<InboxList list={list} view={view} />}
      stage={
        route.id !== null ? (
          <MessageStage route={route} id={route.id} thread={opened} onDelete={deleteMessage} />
        ) : (
          <>
            <div className="stage-bar">
              <ListToggle />
            </div>
            {list && <EmptyInbox list={list} />}
          </>
        )
      }
      status={
        <>
          {list && (
            <span className="tabular" role="status">
              {describeCount(view.messageCount, list.messages.length)}
            </span>
          )}
          {list && list.evicted > 0 && (
            <span className="tabular" data-tip={describeCapacity(list.capacity)}>
              {list.evicted.toLocaleString("en")} older ones dropped
            </span>
          )}
          <Connection />
          <span className="stage-space" />
          {list && <span className="truncate">{list.smtpUrl}</span>}
        </>
      }
    />
  );
}

function describeCount(shown: number, all: number): string {
  return shown === all
    ? count(all, "message")
    : `${shown.toLocaleString("en")} of ${count(all, "message")}`;
}

function describeCapacity(capacity: { readonly messages: number; readonly bytes: number }): string {
  const { messages, bytes } = capacity;
  return `The inbox keeps ${count(messages, "message")} and ${formatBytes(bytes)}; the oldest go first`;
}
