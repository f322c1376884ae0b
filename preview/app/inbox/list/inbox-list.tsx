import { useEffect, useRef } from "react";
import type { InboxList as InboxListData } from "../../../protocol/index.ts";
import { IconButton } from "../../ui/button.tsx";
import { PanelLeft } from "../../ui/icons.ts";
import { listKeys } from "../../ui/list-keys.ts";
import { useShell } from "../../ui/shell-context.ts";
import { revealRow, useWindow } from "../../ui/use-window.ts";
import { goTo } from "../../use-route.ts";
import { SearchField } from "../search/search-field.tsx";
import type { InboxView } from "../use-inbox-view.ts";
import { ClearButton } from "./clear-button.tsx";
import { InboxRow } from "./inbox-row.tsx";
import { MailboxFilter } from "./mailbox-filter.tsx";
import { ReadButton } from "./read-button.tsx";
import "../../ui/list.css";
import "./inbox.css";
import "../message/problems.css";

/** Height of a row, px; the style sheet says the same. */
const rowHeight = 72;

/** What arrived, newest first, a row for each thread; it fills by itself. */
export function InboxList({
  list,
  view,
}: {
  readonly list: InboxListData | null;
  readonly view: InboxView;
}) {
  const { toggleList, closeSheet } = useShell();
  const scroller = useRef<HTMLDivElement>(null);
  const { route, threads } = view;
  const { start, end } = useWindow(scroller, threads.length, rowHeight);
  const selected = threads.findIndex(({ messages }) => messages.some(({ id }) => id === route.id));
  useEffect(() => {
    if (route.id !== null) revealRow(scroller.current, selected, rowHeight);
  }, [route.id, selected]);

  const open = (index: number) => {
    const thread = threads[index];
    if (thread) goTo({ ...route, id: thread.head.id });
  };
  const { focusStop, press } = listKeys(scroller, selected, open);

  return (
    <>
      <div className="list-head">
        <h2 className="truncate">Inbox</h2>
        <ReadButton messages={list?.messages ?? []} />
        <ClearButton route={route} messages={list?.messages ?? []} />
        <IconButton name="Hide the list" action="list" onClick={toggleList}>
          <PanelLeft size={16} />
        </IconButton>
      </div>
      <SearchField
        typed={view.typed}
        complaint={view.complaint}
        onType={view.setTyped}
        onLeave={focusStop}
        onChoose={() => {
          open(0);
          closeSheet();
        }}
      />
      <MailboxFilter route={route} mailboxes={view.mailboxes} />
      <div ref={scroller} className="list-rows scrolls">
        <ul
          className="list-rows-inside"
          style={{ height: threads.length * rowHeight }}
          onKeyDown={press}
        >
          {threads.slice(start, end).map((thread, offset) => (
            <InboxRow
              key={thread.head.id}
              message={thread.head}
              count={thread.messages.length}
              route={route}
              isOpen={start + offset === selected}
              top={(start + offset) * rowHeight}
              isUnread={thread.messages.some(({ isRead }) => !isRead)}
              isStop={start + offset === Math.max(0, selected)}
            />
          ))}
        </ul>
        {list && threads.length === 0 && (
          <p className="list-empty" role="status">
            {describeEmpty(list.messages.length, view)}
          </p>
        )}
      </div>
    </>
  );
}

function describeEmpty(messageCount: number, { typed, route }: InboxView): string {
  if (messageCount === 0) return "Nothing yet.";
  const where = route.mailbox === null ? "" : ` in ${route.mailbox}`;
  return typed.trim() ? `No message${where} fits “${typed.trim()}”.` : `No message${where}.`;
}
