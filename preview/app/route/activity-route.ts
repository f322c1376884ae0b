import type { PlotRange, PlotSplitBy } from "../../protocol/index.ts";
import { type FrameLook, parseLook, plainLook, writeLook } from "./frame-look.ts";
import { oneOf } from "./one-of.ts";

/** What one looks at of a message in the outbox. */
export type ActivityViewName = (typeof activityViews)[number];

/** What is shown while no message is opened. */
export type ActivityRoom = (typeof activityRooms)[number];

/** Which messages are listed. */
export type ActivityShow = (typeof activityShows)[number];

/** The outbox, with or without a message opened. */
export interface ActivityRoute extends FrameLook {
  readonly page: "activity";
  readonly id: string | null;
  readonly room: ActivityRoom;
  readonly show: ActivityShow;
  /** What is searched for, as it was typed. */
  readonly search: string;
  /** Null: the timeline. */
  readonly view: ActivityViewName | null;
  readonly range: PlotRange;
  readonly by: PlotSplitBy | null;
}

/** Views of a message in the order of their tabs and keys. */
export const activityViews = [
  "timeline",
  "html",
  "source",
  "text",
  "headers",
  "raw",
  "attachments",
] as const;

const activityRooms = ["overview", "suppressions"] as const;

/** Parts of the list, in the order in which they are offered. */
export const activityShows = ["all", "waiting", "stuck", "failed", "sent"] as const;

const ranges = ["hour", "day", "week", "month"] as const;
const splits = ["email", "tag", "stream"] as const;

/** The route of the outbox, or of one message in it. */
export function activityRoute(id: string | null, look: Partial<ActivityRoute> = {}): ActivityRoute {
  return {
    ...{ page: "activity", id, room: "overview", show: "all", search: "", view: null },
    ...{ range: "day", by: null },
    ...plainLook,
    ...look,
  };
}

/** Reads what an address says of the outbox; what it does not know falls back. */
export function parseActivityRoute(place: string | null, query: URLSearchParams): ActivityRoute {
  const room = oneOf(activityRooms, place) ?? "overview";
  const isRoom = place !== null && room !== "overview";
  return activityRoute(isRoom ? null : place, {
    room,
    show: oneOf(activityShows, query.get("show")) ?? "all",
    search: query.get("search") ?? "",
    view: oneOf(activityViews, query.get("view")) ?? null,
    range: oneOf(ranges, query.get("range")) ?? "day",
    by: oneOf(splits, query.get("by")) ?? null,
    ...parseLook(query),
  });
}

/** The path of the route, without what stands before and behind. */
export function activityPath({ id, room }: ActivityRoute): string {
  if (id !== null) return `/activity/${encodeURIComponent(id)}`;
  return room === "overview" ? "/activity" : `/activity/${room}`;
}

/** Writes what differs from the usual into a query. */
export function writeActivityRoute(route: ActivityRoute, query: URLSearchParams): void {
  if (route.show !== "all") query.set("show", route.show);
  if (route.search.trim()) query.set("search", route.search);
  if (route.view !== null) query.set("view", route.view);
  if (route.range !== "day") query.set("range", route.range);
  if (route.by !== null) query.set("by", route.by);
  writeLook(route, query);
}
