import { findAttribute, getAttribute } from "../html/attributes.ts";
import { firstStrongDirection } from "../html/direction.ts";
import { decodeText } from "../html/entities.ts";
import { findElementEnd } from "../html/find.ts";
import type { HtmlDocument, Token } from "../html/token.ts";
import type { FinishStep } from "./finish-step.ts";

/**
 * Writes `<bdi>` as `<span dir>`: Gmail, Outlook and Yahoo drop the tag, and a name in Arabic then
 * turns the number beside it around. A browser isolates what has a `dir` in the same way.
 *
 * The direction is the one that the browser would find: that of the first letter which has one, else
 * left to right. It is written out, since fewer clients keep `dir="auto"` than `rtl` and `ltr`. A
 * `dir` of the author's stays. So does the tag where a style sheet names it.
 *
 * @see https://html.spec.whatwg.org/#the-bdi-element
 * @see https://www.caniemail.com/features/html-bdi/
 */
export const isolation: FinishStep = {
  name: "isolation",
  apply(document) {
    const { tokens } = document;
    let isNamed: boolean | undefined;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      if (token.type !== "open" || token.name !== "bdi") continue;
      isNamed ??= isStyled(document);
      if (isNamed) return;
      const end = findElementEnd(tokens, at);
      const direction = findAttribute(token, "dir") ? "" : ` dir="${directionAt(tokens, at, end)}"`;
      token.name = "span";
      token.raw = `<span${token.raw.slice(4, -1)}${direction}>`;
      const close = tokens[end] as Token;
      if (close.type === "close" && close.name === "bdi") {
        close.name = "span";
        close.raw = "</span>";
      }
    }
  },
};

/** The direction of what an element holds; parts that have a direction of their own do not count. */
function directionAt(tokens: readonly Token[], start: number, end: number): "ltr" | "rtl" {
  for (let at = start + 1; at < end; at++) {
    const token = tokens[at] as Token;
    if (token.type === "text") {
      const direction = firstStrongDirection(decodeText(token.raw));
      if (direction !== undefined) return direction;
    } else if (token.type === "open") {
      const isApart = token.name === "bdi" || getAttribute(token, "dir") !== undefined;
      if (isApart) at = findElementEnd(tokens, at);
    }
  }
  return "ltr";
}

function isStyled({ tokens }: HtmlDocument): boolean {
  return tokens.some(
    ({ type, raw }) => type === "raw-text" && /(?<![\w.#-])bdi(?![\w-])/i.test(raw),
  );
}
