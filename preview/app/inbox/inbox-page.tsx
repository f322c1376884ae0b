import { useEffect, useState } from "react";
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
import { useMediaQuery } from "../ui/use-media-query.ts";
import { goTo } from "../use-route.ts";
import { EmptyInbox } from "./empty-inbox.tsx";
import { InboxList } from "./list/inbox-list.tsx";
import { useSelection } from "./list/use-selection.ts";
import { MessageStage } from "./message/message-stage.tsx";
import { nextShown } from "./next-shown.ts";
import { originRoute } from "./origin.ts";
import { Release } from "./release/release.tsx";
import type { Thread } from "./threads.ts";
import { useInboxView } from "./use-inbox-view.ts";

/** The Inbox room: what arrived, and one message of it. */
export function InboxPage({ route: asked }: { readonly route: InboxRoute }) {
  const { inbox, project: knownProject } = useClient();
  const project = useStore(knownProject);
  const [released, setReleased] = useState<InboxSummary | null>(null);
  const list = useStore(inbox.list);
  const view = useInboxView(asked, list);
  const { route, threads, opened } = view;
  const at = threads.findIndex(({ messages }) => messages.some(({ id }) => id === route.id));
  const go = (message: InboxSummary | undefined) => message && goTo({ ...route, id: message.id });
  const { notify } = useNotices();
  const isPhone = useMediaQuery("(max-width: 640px)");
  const selection = useSelection(threads, route.id);
  const deleteMessages = (ids: readonly string[]) => {
    const here = route;
    const gone = new Set(ids);
    // What was deleted before is final now: its notice goes, this one comes.
    const undo = inbox.delete(ids, () => withdraw());
    const isOpen = route.id !== null && gone.has(route.id);
    if (isOpen) goTo({ ...route, id: nextShown(threads, here.id ?? "", gone) }, { replace: true });
    selection.clear();
    keepFocusInList();
    const withdraw = notify({
      tone: "done",
      text: ids.length === 1 ? "Message deleted" : `${count(ids.length, "message")} deleted`,
      act: {
        label: "Undo",
        run() {
          undo();
          if (isOpen) goTo(here, { replace: true });
        },
      },
    });
  };
  const shown = opened?.messages.find(({ id }) => id === route.id);
  const isPicking = selection.count > 0;
  const meant = isPicking ? selection.messages : shown ? [shown] : [];
  const deleteMeant = () => deleteMessages(meant.map(({ id }) => id));
  const mark = (isRead: boolean) => (isRead ? inbox.markAllRead(meant) : inbox.markUnread(meant));
  const current = (): Thread | undefined => {
    const focused = document.activeElement?.closest<HTMLElement>(".inbox-row")?.dataset.id;
    return threads.find(({ head }) => head.id === focused) ?? threads[at];
  };
  const release = () => {
    // One at a time: what became of the first is not told yet.
    if (!shown || !project || released) return;
    if (project.realServer) setReleased(shown);
    else {
      const why = project.realServerProblem ?? "none is set up";
      notify({ tone: "failed", text: `Cannot release: there is no real mail server; ${why}` });
    }
  };
  const withCurrent = (act: (thread: Thread) => void) => () => {
    const thread = current();
    if (thread) act(thread);
  };
  const origin = shown?.origin;
  const inThread = opened?.messages.findIndex(({ id }) => id === route.id) ?? 0;
  useHandlers({
    next: () => go(threads[at + 1]?.head),
    previous: () => go(threads[at < 0 ? 0 : at - 1]?.head),
    ...(meant.length > 0 && {
      delete: deleteMeant,
      "delete-also": deleteMeant,
      unread: () => mark(meant.some(({ isRead }) => !isRead)),
    }),
    ...(threads.length > 0 && {
      select: withCurrent(selection.toggle),
      "select-to": withCurrent(selection.extendTo),
    }),
    ...(shown && { release }),
    ...(origin && { origin: () => goTo(originRoute(origin)) }),
    "next-in-thread": () => go(opened?.messages[inThread + 1]),
    "previous-in-thread": () => go(opened?.messages[inThread - 1]),
    back() {
      if (isPicking) selection.clear();
      else if (view.typed) view.setTyped("");
      else goTo({ ...route, id: null, view: null });
    },
  });
  useEffect(() => {
    if (!inbox.list.get()) void inbox.refresh();
  }, [inbox]);

  const messages = (
    <InboxList {...{ list, view, selection }} onMark={mark} onDelete={deleteMeant} />
  );
  return (
    <>
      <Shell
        page="inbox"
        listLabel="Messages"
        list={messages}
        stage={
          route.id !== null ? (
            <MessageStage
              route={route}
              id={route.id}
              thread={opened}
              onRelease={release}
              onDelete={(id) => deleteMessages([id])}
            />
          ) : isPhone && list && list.messages.length > 0 ? (
            <nav className="inbox-as-page" aria-label="All messages">
              <h1 className="visually-hidden">Inbox</h1>
              {messages}
            </nav>
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
      {released && project?.realServer && (
        <Release message={released} target={project.realServer} onClose={() => setReleased(null)} />
      )}
    </>
  );
}

/** A row that had the focus is gone: the list keeps it, at the row that is open now. */
function keepFocusInList(): void {
  const list = document.activeElement?.closest(".list-rows");
  if (!list) return;
  requestAnimationFrame(() => list.querySelector<HTMLElement>("[tabindex='0']")?.focus());
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
