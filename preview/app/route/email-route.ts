import type { EmailQuery } from "../../protocol/index.ts";
import { type FrameLook, parseLook, plainLook, writeLook } from "./frame-look.ts";
import { oneOf } from "./one-of.ts";

/** What one looks at of an email. */
export type EmailViewName = (typeof emailViews)[number];

/** One email in one state, and how one looks at it. */
export interface EmailRoute extends EmailQuery, FrameLook {
  readonly page: "email";
  readonly view: EmailViewName;
  /** The preview shows every variant, light and dark, on a phone and on a desktop, on one sheet. */
  readonly sheet: boolean;
  /** What the HTML, the text or the source is compared with. Null: nothing. */
  readonly diff: string | null;
  /** The preview shows pictures of both, instead of the email, while something is compared. */
  readonly pictures: boolean;
  /** The place that the source shows, as `emails/order.tsx:12`. Null: the email's file. */
  readonly at: string | null;
}

/** Views of an email in the order of their tabs and keys. */
const emailViews = ["preview", "html", "text", "mime", "source"] as const;

/** The route of an email as it opens from the list. */
export function emailRoute(id: string, look: Partial<EmailRoute> = {}): EmailRoute {
  return {
    page: "email",
    id,
    variant: "default",
    locale: null,
    props: null,
    view: "preview",
    sheet: false,
    diff: null,
    pictures: false,
    at: null,
    ...plainLook,
    ...look,
  };
}

/** Reads what an address says of an email; what it does not know falls back. */
export function parseEmailRoute(id: string, query: URLSearchParams): EmailRoute {
  return emailRoute(id, {
    variant: query.get("variant") || "default",
    locale: query.get("locale") || null,
    props: query.get("props") || null,
    view: oneOf(emailViews, query.get("view")) ?? "preview",
    sheet: query.has("sheet"),
    diff: query.get("diff") || null,
    pictures: query.has("pictures"),
    at: query.get("at") || null,
    ...parseLook(query),
  });
}

/** Writes what differs from the usual into a query. */
export function writeEmailRoute(route: EmailRoute, query: URLSearchParams): void {
  if (route.variant !== "default") query.set("variant", route.variant);
  if (route.locale !== null) query.set("locale", route.locale);
  if (route.view !== "preview") query.set("view", route.view);
  if (route.diff !== null) query.set("diff", route.diff);
  if (route.pictures && route.diff !== null) query.set("pictures", "on");
  if (route.at !== null) query.set("at", route.at);
  if (route.sheet) query.set("sheet", "all");
  writeLook(route, query);
  if (route.props !== null) query.set("props", route.props);
}
