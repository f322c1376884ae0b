import type { InboxMessage } from "../inbox.ts";
import { readHtml } from "./read-html.ts";

/** The words of a message: its text part, or those of its HTML where it has none. */
export function readText({ text, html }: Pick<InboxMessage, "text" | "html">): string {
  return text ?? readHtml(html ?? "").text;
}
