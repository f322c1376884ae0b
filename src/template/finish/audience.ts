import { getAttribute } from "../html/attributes.ts";
import { findElementEnd } from "../html/find.ts";
import type { HtmlDocument } from "../html/token.ts";

/**
 * Marks the parts that `data-letterpress="text-only"` keeps out of the HTML. The other mark,
 * `html-only`, stays where it is: the text leaves such parts out by itself.
 */
export function markTextOnly({ tokens }: HtmlDocument): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type !== "open" || !token.raw.includes("data-letterpress")) continue;
    if (getAttribute(token, "data-letterpress") !== "text-only") continue;
    const end = findElementEnd(tokens, at);
    for (const inner of tokens.slice(at, end + 1)) inner.audience = "text-only";
    at = end;
  }
}
