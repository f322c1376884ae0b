import {
  type ActivityRoute,
  activityPath,
  parseActivityRoute,
  writeActivityRoute,
} from "./route/activity-route.ts";
import { type EmailRoute, parseEmailRoute, writeEmailRoute } from "./route/email-route.ts";
import { type InboxRoute, parseInboxRoute, writeInboxRoute } from "./route/inbox-route.ts";

export * from "./route/activity-route.ts";
export * from "./route/email-query.ts";
export * from "./route/email-route.ts";
export * from "./route/frame-look.ts";
export * from "./route/inbox-route.ts";

/** Everything that the URL can say. */
export type Route =
  | { readonly page: "home" }
  | { readonly page: "unknown" }
  | EmailRoute
  | InboxRoute
  | ActivityRoute;

/**
 * Reads a route from a path, a query and a fragment. What it does not know falls back to the
 * default, so that a link from another version still opens.
 */
export function parseRoute(pathname: string, search: string, hash = ""): Route {
  const query = new URLSearchParams(search);
  const longProps = new URLSearchParams(hash.slice(1)).get("props");
  if (longProps !== null) query.set("props", longProps);
  const [page, ...rest] = pathname.split("/").filter(Boolean).map(decodeSegment);
  if (page === undefined) return { page: "home" };
  if (page === "emails") {
    return rest.length === 0 ? { page: "home" } : parseEmailRoute(rest.join("/"), query);
  }
  if (page === "inbox" && rest.length <= 1) return parseInboxRoute(rest[0] ?? null, query);
  if (page === "activity" && rest.length <= 1) return parseActivityRoute(rest[0] ?? null, query);
  return { page: "unknown" };
}

/** Writes a route as a path with a query; defaults are left out. */
export function formatRoute(route: Route): string {
  if (route.page === "home" || route.page === "unknown") return "/";
  const query = new URLSearchParams();
  if (route.page === "email") {
    writeEmailRoute(route, query);
    return withFragment(`/emails/${encodePath(route.id)}`, query);
  }
  if (route.page === "activity") {
    writeActivityRoute(route, query);
    return withQuery(activityPath(route), query);
  }
  writeInboxRoute(route, query);
  return withQuery(route.id === null ? "/inbox" : `/inbox/${encodeURIComponent(route.id)}`, query);
}

/** Encodes an id for a path and keeps its slashes. */
export function encodePath(id: string): string {
  return id.split("/").map(encodeURIComponent).join("/");
}

/**
 * Edits that are too long for the query stand behind the `#`, which no server ever sees: Node
 * refuses a request line of more than 16 KB.
 */
function withFragment(path: string, query: URLSearchParams): string {
  const props = query.get("props");
  if (props === null || encodeURIComponent(props).length <= longestInQuery) {
    return withQuery(path, query);
  }
  query.delete("props");
  return `${withQuery(path, query)}#${new URLSearchParams({ props })}`;
}

/** Leaves room for the rest of the address, and for a referrer that repeats it. */
const longestInQuery = 4000;

function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
