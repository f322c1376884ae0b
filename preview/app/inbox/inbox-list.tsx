import { type KeyboardEvent, useEffect, useRef } from "react";
import type { InboxList as InboxListData } from "../../protocol.ts";
import { useClient } from "../data/client.ts";
import { readKey } from "../data/inbox.ts";
import { useStore } from "../data/store.ts";
import type { InboxRoute } from "../route.ts";
import { IconButton } from "../ui/button.tsx";
import { FilterField } from "../ui/filter-field.tsx";
import { PanelLeft } from "../ui/icons.ts";
import { useShell } from "../ui/shell-context.ts";
import { revealRow, useWindow } from "../ui/use-window.ts";
import { goTo } from "../use-route.ts";
import { ClearButton } from "./clear-button.tsx";
import { InboxRow } from "./inbox-row.tsx";
import type { FilteredInbox } from "./use-filtered-inbox.ts";
import "../ui/list.css";
import "./inbox.css";
import "./problems.css";

/** Height of a row, px; the style sheet says the same. */
const rowHeight = 72;

/** What arrived, newest first; it fills by itself. */
export function InboxList({
  route,
  list,
  filtered,
}: {
  readonly route: InboxRoute;
  readonly list: InboxListData | null;
  readonly filtered: FilteredInbox;
}) {
  const { toggleList, closeSheet } = useShell();
  const read = useStore(useClient().inbox.read);
  const scroller = useRef<HTMLDivElement>(null);
  const { messages } = filtered;
  const { start, end } = useWindow(scroller, messages.length, rowHeight);
  const selected = messages.findIndex(({ id }) => id === route.id);
  useEffect(() => {
    if (route.id !== null) revealRow(scroller.current, selected, rowHeight);
  }, [route.id, selected]);

  const open = (index: number) => {
    const message = messages[index];
    if (message) goTo({ ...route, id: message.id });
  };
  const focusStop = () => scroller.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    open(selected < 0 ? 0 : selected + step);
    requestAnimationFrame(focusStop);
  }

  return (
    <>
      <div className="list-head">
        <h2 className="truncate">Inbox</h2>
        <ClearButton count={list?.messages.length ?? 0} />
        <IconButton name="Hide the list" action="list" onClick={toggleList}>
          <PanelLeft size={16} />
        </IconButton>
      </div>
      <FilterField
        label="Filter messages"
        value={filtered.filter}
        onChange={filtered.setFilter}
        onLeave={focusStop}
        onChoose={() => {
          open(0);
          closeSheet();
        }}
      />
      <div ref={scroller} className="list-rows scrolls">
        <ul
          className="list-rows-inside"
          style={{ height: messages.length * rowHeight }}
          onKeyDown={press}
        >
          {messages.slice(start, end).map((message, offset) => (
            <InboxRow
              key={message.id}
              message={message}
              route={route}
              top={(start + offset) * rowHeight}
              isUnread={!read.has(readKey(message))}
              isStop={start + offset === Math.max(0, selected)}
            />
          ))}
        </ul>
        {list && messages.length === 0 && (
          <p className="list-empty" role="status">
            {list.messages.length > 0
              ? `No message has “${filtered.filter}” in it.`
              : "Nothing yet."}
          </p>
        )}
      </div>
    </>
  );
}
