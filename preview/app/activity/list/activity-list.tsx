import { useEffect, useRef } from "react";
import type { Activity } from "../../../protocol/index.ts";
import { SearchField } from "../../inbox/search/search-field.tsx";
import type { ActivityRoute } from "../../route.ts";
import { IconButton } from "../../ui/button.tsx";
import { formatMoment } from "../../ui/format.ts";
import { PanelLeft } from "../../ui/icons.ts";
import { listKeys } from "../../ui/list-keys.ts";
import { useShell } from "../../ui/shell-context.ts";
import { revealRow, useWindow } from "../../ui/use-window.ts";
import { goTo } from "../../use-route.ts";
import { activityHints } from "./activity-hints.ts";
import { ActivityRow } from "./activity-row.tsx";
import { ShowFilter } from "./show-filter.tsx";
import type { ActivityListState } from "./use-activity-list.ts";
import "../../ui/list.css";
import "../../inbox/list/inbox.css";
import "./activity-list.css";

/** Height of a row, px; the style sheet says the same. */
const rowHeight = 72;

/** More is asked for when so few rows are left below what is drawn. */
const aheadRows = 10;

/** What the list needs of the page around it. */
export interface ActivityListProps {
  readonly route: ActivityRoute;
  readonly activity: Activity | null;
  readonly list: ActivityListState;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly complaint: string | null;
}

/** What was enqueued, newest first; it goes on as one scrolls, and follows what happens. */
export function ActivityList({
  route,
  activity,
  list,
  typed,
  onType,
  complaint,
}: ActivityListProps) {
  const { toggleList, closeSheet } = useShell();
  const scroller = useRef<HTMLDivElement>(null);
  const messages = list.loaded?.messages ?? [];
  const { start, end } = useWindow(scroller, messages.length, rowHeight);
  const selected = messages.findIndex(({ id }) => id === route.id);
  const { more } = list;
  const isNearEnd = end >= messages.length - aheadRows;
  const next = list.loaded?.next ?? null;
  useEffect(() => {
    if (isNearEnd && next !== null && !list.isSearching) more();
  }, [isNearEnd, next, list.isSearching, more]);
  // Only when another one is opened: what comes above it moves nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  useEffect(() => {
    if (route.id !== null) revealRow(scroller.current, selected, rowHeight);
  }, [route.id, selected < 0]);

  const open = (index: number) => {
    const message = messages[index];
    if (message) goTo({ ...route, id: message.id });
  };
  const { focusStop, press } = listKeys(scroller, selected, open);

  return (
    <>
      <div className="list-head">
        <h2 className="truncate">Activity</h2>
        <IconButton name="Hide the list" action="list" onClick={toggleList}>
          <PanelLeft size={16} />
        </IconButton>
      </div>
      <SearchField
        typed={typed}
        complaint={complaint}
        hints={activityHints}
        onType={onType}
        onLeave={focusStop}
        onChoose={() => {
          open(0);
          closeSheet();
        }}
      />
      <ShowFilter route={route} activity={activity} />
      <div ref={scroller} className="list-rows scrolls">
        <ul
          className="list-rows-inside"
          style={{ height: messages.length * rowHeight }}
          onKeyDown={press}
        >
          {messages.slice(start, end).map((message, offset) => (
            <ActivityRow
              key={message.id}
              message={message}
              route={route}
              isOpen={start + offset === selected}
              top={(start + offset) * rowHeight}
              isStop={start + offset === Math.max(0, selected)}
            />
          ))}
        </ul>
        <p className="list-empty" role="status">
          {describeEnd(list, typed)}
        </p>
      </div>
    </>
  );
}

/** What stands below the last row. */
function describeEnd({ loaded, problem }: ActivityListState, typed: string): string {
  if (problem) return problem.message;
  if (!loaded) return "";
  if (loaded.next !== null) {
    const { searchedTo } = loaded;
    return searchedTo === null ? "Searching" : `Searched back to ${formatMoment(searchedTo)} …`;
  }
  if (loaded.messages.length > 0) return "";
  return typed.trim() ? `No message fits “${typed.trim()}”.` : "No message.";
}
