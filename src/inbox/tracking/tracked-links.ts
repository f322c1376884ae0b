import { getAttribute } from "../../template/html/attributes.ts";
import type { Token } from "../../template/html/token.ts";
import { tokenize } from "../../template/html/tokenize.ts";
import type { InboxMessage } from "../inbox.ts";
import { replaceAddresses } from "../lift/find-addresses.ts";

/** The address that a tag leads to, when it is one that Postmark counts clicks of. */
export function trackedHref(token: Token): string | undefined {
  if (token.type !== "open" || (token.name !== "a" && token.name !== "area")) return undefined;
  const href = getAttribute(token, "href")?.trim();
  return href !== undefined && isTracked(href) ? href : undefined;
}

/** Whether Postmark counts clicks of an address: of the web's, and of no other. */
export function isTracked(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** The addresses of a part, in the order that the tracked ones are numbered in. */
export function trackedLinks(
  { html = "", text = "" }: Pick<InboxMessage, "html" | "text">,
  part: "html" | "text",
): readonly string[] {
  if (part === "html") return tokenize(html).flatMap((token) => trackedHref(token) ?? []);
  const found: string[] = [];
  replaceAddresses(text, (address) => {
    if (isTracked(address)) found.push(address);
    return address;
  });
  return found;
}
