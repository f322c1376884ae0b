import { useCallback, useEffect, useRef } from "react";
import type { InboxList as InboxListData } from "../../../protocol/index.ts";
import { IconButton } from "../../ui/button.tsx";
import { PanelLeft } from "../../ui/icons.ts";
import { listKeys } from "../../ui/list-keys.ts";
import { useShell } from "../../ui/shell-context.ts";
import { revealRow, useWindow } from "../../ui/use-window.ts";
import { goTo } from "../../use-route.ts";
import { SearchField } from "../search/search-field.tsx";
import type { Thread } from "../threads.ts";
import type { InboxView } from "../use-inbox-view.ts";
import { ClearButton } from "./clear-button.tsx";
import { InboxRow } from "./inbox-row.tsx";
import { MailboxFilter } from "./mailbox-filter.tsx";
import { NewAbove } from "./new-above.tsx";
import { ReadButton } from "./read-button.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useKeptPlace } from "./use-kept-place.ts";
import type { Selection } from "./use-selection.ts";
import "../../ui/list.css";
import "./inbox.css";
import "../message/problems.css";

/** Height of a row, px; the style sheet says the same. */
const rowHeight = 72;

/** What arrived, newest first, a row for each thread; it fills by itself. */
export function InboxList({
  list,
  view,
  selection,
  onMark,
  onDelete,
}: {
  readonly list: InboxListData | null;
  readonly view: InboxView;
  readonly selection: Selection;
  /** Marks what is selected. */
  readonly onMark: (isRead: boolean) => void;
  /** Deletes what is selected. */
  readonly onDelete: () => void;
}) {
  const { toggleList, closeSheet } = useShell();
  const scroller = useRef<HTMLDivElement>(null);
  const { route, threads } = view;
  const { start, end } = useWindow(scroller, threads.length, rowHeight);
  const selected = threads.findIndex(({ messages }) => messages.some(({ id }) => id === route.id));
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    // Once for each that is opened: it moves down as mail arrives, and the view does not follow.
    if (selected < 0 || revealed.current === route.id) return;
    revealed.current = route.id;
    revealRow(scroller.current, selected, rowHeight);
  }, [route.id, selected]);
  const newAbove = useKeptPlace(
    scroller,
    threads,
    rowHeight,
    JSON.stringify([route.mailbox, view.typed]),
  );

  const open = (index: number) => {
    const thread = threads[index];
    if (thread) goTo({ ...route, id: thread.head.id });
  };
  const latest = useRef(selection);
  latest.current = selection;
  const pick = useCallback((thread: Thread, isRange: boolean) => {
    if (isRange) latest.current.extendTo(thread);
    else latest.current.toggle(thread);
  }, []);
  const { focusStop, press } = listKeys(scroller, selected, open);

  return (
    <>
      {selection.count > 0 ? (
        <SelectionBar {...{ selection, onMark, onDelete }} />
      ) : (
        <div className="list-head">
          <h2 className="truncate">Inbox</h2>
          <ReadButton messages={list?.messages ?? []} />
          <ClearButton route={route} messages={list?.messages ?? []} />
          <IconButton
            name="Hide the list"
            className="inbox-hide"
            action="list"
            onClick={toggleList}
          >
            <PanelLeft size={16} />
          </IconButton>
        </div>
      )}
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
        <NewAbove
          count={newAbove}
          onGo={() => {
            scroller.current?.scrollTo({ top: 0 });
            requestAnimationFrame(() => scroller.current?.querySelector("a")?.focus());
          }}
        />
        <ul
          className="list-rows-inside"
          style={{ height: threads.length * rowHeight }}
          data-picking={selection.count > 0}
          onKeyDown={press}
        >
          {threads.slice(start, end).map((thread, offset) => (
            <InboxRow
              key={thread.head.id}
              thread={thread}
              route={route}
              isOpen={start + offset === selected}
              top={(start + offset) * rowHeight}
              isUnread={thread.messages.some(({ isRead }) => !isRead)}
              isPicked={selection.has(thread)}
              onPick={pick}
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
