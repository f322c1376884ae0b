import { type FrameLook, parseLook, plainLook, writeLook } from "./frame-look.ts";
import { oneOf } from "./one-of.ts";

/** What one looks at of a message in the inbox. */
export type MessageViewName = (typeof messageViews)[number];

/** The inbox, with or without a message opened. */
export interface InboxRoute extends FrameLook {
  readonly page: "inbox";
  readonly id: string | null;
  /** The mailbox that is looked into. Null: all. */
  readonly mailbox: string | null;
  /** What is searched for, as it was typed. */
  readonly search: string;
  /** Null: HTML when the message has some, else text. */
  readonly view: MessageViewName | null;
}

/** Views of a message in the order of their tabs and keys. */
export const messageViews = [
  "html",
  "source",
  "text",
  "headers",
  "raw",
  "smtp",
  "links",
  "attachments",
  "calendar",
  "events",
] as const;

/** The route of the inbox, or of one message in it. */
export function inboxRoute(id: string | null, look: Partial<InboxRoute> = {}): InboxRoute {
  return { page: "inbox", id, mailbox: null, search: "", view: null, ...plainLook, ...look };
}

/** Reads what an address says of the inbox; what it does not know falls back. */
export function parseInboxRoute(id: string | null, query: URLSearchParams): InboxRoute {
  return inboxRoute(id, {
    mailbox: query.get("mailbox") || null,
    search: query.get("search") ?? "",
    view: oneOf(messageViews, query.get("view")) ?? null,
    ...parseLook(query),
  });
}

/** Writes what differs from the usual into a query. */
export function writeInboxRoute(route: InboxRoute, query: URLSearchParams): void {
  if (route.mailbox !== null) query.set("mailbox", route.mailbox);
  if (route.search.trim()) query.set("search", route.search);
  if (route.view !== null) query.set("view", route.view);
  writeLook(route, query);
}
