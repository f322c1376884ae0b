import type { InboxMessage } from "../inbox.ts";
import { findAddresses } from "./find-addresses.ts";
import { type MailLink, readHtml } from "./read-html.ts";

/**
 * All links of a message: those of its HTML in their order, then those that only its text has.
 *
 * @example
 * ```ts
 * const { href } = links(mail).find(({ text }) => text === "Verify address")!;
 * ```
 */
export function links(message: Pick<InboxMessage, "html" | "text">): readonly MailLink[] {
  const inHtml = readHtml(message.html ?? "").links;
  const known = new Set(inHtml.map(({ href }) => href));
  const inText = findAddresses(message.text ?? "").filter((href) => !known.has(href));
  return [...inHtml, ...inText.map((href) => ({ href, text: href }))];
}

/**
 * The first link whose address or words are like `like`: a part of either, or a pattern.
 *
 * @throws {Error} when there is none, naming those there are
 */
export function link(
  message: Pick<InboxMessage, "html" | "text">,
  like: string | RegExp,
): MailLink {
  const all = links(message);
  const isFound = (text: string) =>
    typeof like === "string" ? text.includes(like) : text.search(like) >= 0;
  const found = all.find(({ href, text }) => isFound(href) || isFound(text));
  if (found) return found;
  const there = all.map(({ href, text }) => `\n  - ${text} <${href}>`).join("");
  throw new Error(
    `Cannot find a link like ${like}: the message has ${all.length === 0 ? "none" : `these:${there}`}`,
  );
}
