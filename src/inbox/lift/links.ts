import type { InboxMessage } from "../inbox.ts";
import { type MailLink, readHtml } from "./read-html.ts";

/** A web or mail address in running text; what is punctuation of the sentence is trimmed after. */
const bareAddress = /\b(?:https?:\/\/|mailto:)[^\s<>"]+/gi;

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

/** The addresses in running text, each once, in their order. */
function findAddresses(text: string): readonly string[] {
  const found = [...text.matchAll(bareAddress)].map(([address]) => trimPunctuation(address));
  return [...new Set(found)];
}

/** The text without the addresses in it. */
export function withoutAddresses(text: string): string {
  return text.replace(bareAddress, "");
}

// "(see https://example.com/a(b).)" ends after "(b)".
function trimPunctuation(address: string): string {
  let end = address.length;
  let open = count(address, "(") - count(address, ")");
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ")" && open < 0) open += 1;
    else if (!".,;:!?'*]".includes(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
