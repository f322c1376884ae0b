/** What one looks at of an email. */
export type EmailViewName = "preview" | "html" | "text" | "source";

/** What one looks at of a message in the inbox. */
export type MessageViewName = "html" | "text" | "headers" | "raw";

/** What the email believes the reader prefers. */
export type EmailTheme = "light" | "dark";

/** `desktop` fills the table, `both` lays a phone beside it, a number is a width in px. */
export type FrameWidth = "desktop" | "both" | number;

/** How the frame shows what is in it. */
export interface FrameLook {
  readonly theme: EmailTheme;
  readonly width: FrameWidth;
}

/** One email in one state. */
export interface EmailRoute extends FrameLook {
  readonly page: "email";
  readonly id: string;
  /** Slug. */
  readonly variant: string;
  readonly view: EmailViewName;
}

/** The inbox, with or without a message opened. */
export interface InboxRoute extends FrameLook {
  readonly page: "inbox";
  readonly id: string | null;
  /** Null: HTML when the message has some, else text. */
  readonly view: MessageViewName | null;
}

/** Everything that the URL can say. */
export type Route =
  | { readonly page: "home" }
  | { readonly page: "unknown" }
  | EmailRoute
  | InboxRoute;

/** Width of the phone, px: what most phones report. */
export const phoneWidth = 375;

/** Narrowest and widest frame that a URL may ask for, px. */
export const frameWidthRange = { min: 240, max: 2000 } as const;

/** Views of an email in the order of their tabs and keys. */
export const emailViews = ["preview", "html", "text", "source"] as const;

/** Views of a message in the order of their tabs and keys. */
export const messageViews = ["html", "text", "headers", "raw"] as const;

/** The route of an email as it opens from the list. */
export function emailRoute(id: string, look: Partial<EmailRoute> = {}): EmailRoute {
  return {
    page: "email",
    id,
    variant: "default",
    view: "preview",
    theme: "light",
    width: "desktop",
    ...look,
  };
}

/** The route of the inbox, or of one message in it. */
export function inboxRoute(id: string | null, look: Partial<InboxRoute> = {}): InboxRoute {
  return { page: "inbox", id, view: null, theme: "light", width: "desktop", ...look };
}

/**
 * Reads a route from a path and a query. What it does not know falls back to the default, so that
 * a link from another version still opens.
 */
export function parseRoute(pathname: string, search: string): Route {
  const segments = pathname.split("/").filter(Boolean).map(decodeSegment);
  const query = new URLSearchParams(search);
  const [page, ...rest] = segments;
  if (page === undefined) return { page: "home" };
  if (page === "emails") {
    if (rest.length === 0) return { page: "home" };
    return emailRoute(rest.join("/"), {
      variant: query.get("variant") || "default",
      view: oneOf(emailViews, query.get("view")) ?? "preview",
      ...parseLook(query),
    });
  }
  if (page === "inbox" && rest.length <= 1) {
    return inboxRoute(rest[0] ?? null, {
      view: oneOf(messageViews, query.get("view")) ?? null,
      ...parseLook(query),
    });
  }
  return { page: "unknown" };
}

/** Writes a route as a path with a query; defaults are left out. */
export function formatRoute(route: Route): string {
  if (route.page === "home" || route.page === "unknown") return "/";
  const query = new URLSearchParams();
  if (route.page === "email") {
    if (route.variant !== "default") query.set("variant", route.variant);
    if (route.view !== "preview") query.set("view", route.view);
  } else if (route.view !== null) {
    query.set("view", route.view);
  }
  if (route.theme !== "light") query.set("theme", route.theme);
  if (route.width !== "desktop") query.set("width", String(route.width));
  const search = query.size > 0 ? `?${query}` : "";
  if (route.page === "email") return `/emails/${encodePath(route.id)}${search}`;
  return route.id === null ? `/inbox${search}` : `/inbox/${encodeURIComponent(route.id)}${search}`;
}

/** Encodes an id for a path and keeps its slashes. */
export function encodePath(id: string): string {
  return id.split("/").map(encodeURIComponent).join("/");
}

function parseLook(query: URLSearchParams): FrameLook {
  return {
    theme: query.get("theme") === "dark" ? "dark" : "light",
    width: parseWidth(query.get("width")),
  };
}

function parseWidth(value: string | null): FrameWidth {
  if (value === "both") return "both";
  if (value === "phone") return phoneWidth;
  const width = Number(value);
  if (!value || !Number.isFinite(width)) return "desktop";
  return clampWidth(width);
}

/** The nearest width that a frame may have, in whole px. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(frameWidthRange.max, Math.max(frameWidthRange.min, width)));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((name) => name === value);
}
