import { extractPreheader } from "../../template/extract-preheader.ts";
import type { InboxMessage } from "../inbox.ts";

/** First words of a message shown in a row of a list, in characters. */
const longestSnippet = 140;

/** What a mail begins with stands here, however long its style sheets are, in characters. */
const longestStart = 300_000;

/** The words that a list shows below the subject: the preheader, or the beginning of the text. */
export function firstWords({ html, text = "" }: Pick<InboxMessage, "html" | "text">): string {
  const words = html === undefined ? text : extractPreheader(html.slice(0, longestStart));
  const start = words.slice(0, 4 * longestSnippet).replace(/\s+/g, " ");
  // A copy: a part of a string keeps the whole of it in memory.
  return Buffer.from(start.trim().slice(0, longestSnippet)).toString();
}
