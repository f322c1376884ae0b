import { useEffect } from "react";
import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import { useHandlers } from "../keys/actions.tsx";
import { type InboxRoute, inboxRoute } from "../route.ts";
import { Connection } from "../ui/connection.tsx";
import { count, formatBytes } from "../ui/format.ts";
import { ListToggle } from "../ui/list-toggle.tsx";
import { Shell } from "../ui/shell.tsx";
import { goTo } from "../use-route.ts";
import { EmptyInbox } from "./empty-inbox.tsx";
import { InboxList } from "./inbox-list.tsx";
import { MessageStage } from "./message-stage.tsx";
import { useFilteredInbox } from "./use-filtered-inbox.ts";

/** The Inbox room: what arrived, and one message of it. */
export function InboxPage({ route }: { readonly route: InboxRoute }) {
  const { inbox } = useClient();
  const list = useStore(inbox.list);
  const filtered = useFilteredInbox(list);
  const at = filtered.messages.findIndex(({ id }) => id === route.id);
  const go = (index: number) => {
    const message = filtered.messages[index];
    if (message) goTo({ ...route, id: message.id });
  };
  useHandlers({
    next: () => go(at + 1),
    previous: () => go(at < 0 ? 0 : at - 1),
    back: () => (filtered.filter ? filtered.setFilter("") : goTo(inboxRoute(null))),
  });
  useEffect(() => {
    if (!inbox.list.get()) void inbox.refresh();
  }, [inbox]);

  return (
    <Shell
      page="inbox"
      listLabel="Messages"
      list={<InboxList route={route} list={list} filtered={filtered} />}
      stage={
        route.id !== null ? (
          <MessageStage key={route.id} route={route} id={route.id} />
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
          {list && <span className="tabular">{count(list.messages.length, "message")}</span>}
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

function describeCapacity(capacity: { readonly messages: number; readonly bytes: number }): string {
  const { messages, bytes } = capacity;
  return `The inbox keeps ${count(messages, "message")} and ${formatBytes(bytes)}; the oldest go first`;
}
