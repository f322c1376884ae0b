import { mayHoldTheme, resolveTheme } from "../css/resolve-theme.ts";
import { findAttribute, setAttribute } from "../html/attributes.ts";
import { decodeAttribute } from "../html/entities.ts";
import type { HtmlDocument } from "../html/token.ts";
import type { FinishStep } from "./finish-step.ts";

/**
 * Puts the values of Tailwind's theme where React Email leaves `var(--color-red-500)` that nothing
 * defines, and takes the colour space out of gradients, which no webmail parses.
 */
export const themeVariables: FinishStep = {
  name: "theme-variables",
  apply(document) {
    const isDefined = (name: string) => defines(document, name);
    for (const token of document.tokens) {
      if (token.type !== "open" && token.type !== "raw-text") continue;
      if (!mayHoldTheme(token.raw)) continue;
      if (token.type === "raw-text" && token.name === "style") {
        token.raw = resolveTheme(token.raw, isDefined);
      } else if (token.type === "open") {
        const style = findAttribute(token, "style");
        if (style === undefined) continue;
        const value = decodeAttribute(style.rawValue);
        const resolved = resolveTheme(value, isDefined);
        if (resolved !== value) setAttribute(token, "style", resolved);
      }
    }
  },
};

function defines({ tokens }: HtmlDocument, name: string): boolean {
  const definition = new RegExp(`${name}\\s*:|@property\\s+${name}\\b`);
  return tokens.some(({ type, raw }) => type !== "text" && definition.test(raw));
}
