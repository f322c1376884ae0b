import type { ClassRule } from "../css/class-rules.ts";
import type { CssCompiler } from "../css/css-compiler.ts";
import { getAttribute, setAttribute } from "../html/attributes.ts";
import { findBodyParts } from "../html/body-children.ts";
import type { HtmlDocument } from "../html/token.ts";
import type { FinishStep } from "./finish-step.ts";

/**
 * Gives the cell that React Email's `Body` makes those classes of `body` that colour it in the dark:
 * `Body` copies its style to the cell and not its classes, so that a white cell stays on a black
 * page. Only classes that say nothing outside the dark are copied, since a padding, for one, would
 * hold twice.
 */
export const bodyCellDark: FinishStep = {
  name: "body-cell-dark",
  apply(document, { css }) {
    const { body, cell } = findBodyParts(document) ?? {};
    if (body === undefined || cell === undefined) return;
    const classes = splitClasses(getAttribute(body, "class"));
    if (classes.length === 0) return;
    const rules = readSheets(document, css);
    const own = splitClasses(getAttribute(cell, "class"));
    const added = classes.filter((name) => !own.includes(name) && isForDarkAlone(name, rules));
    if (added.length > 0) setAttribute(cell, "class", [...own, ...added].join(" "));
  },
};

function splitClasses(value: string | undefined): string[] {
  return value?.split(/\s+/).filter(Boolean) ?? [];
}

function readSheets({ tokens }: HtmlDocument, css: CssCompiler): ClassRule[] {
  const rules: ClassRule[] = [];
  for (const { type, name, raw } of tokens) {
    if (type === "raw-text" && name === "style") rules.push(...css.readRules(raw));
  }
  return rules;
}

function isForDarkAlone(name: string, rules: readonly ClassRule[]): boolean {
  const selector = new RegExp(`\\.${name.replace(/[^\w-]/g, "\\\\?\\$&")}(?![\\w-])`);
  const own = rules.filter((rule) => selector.test(rule.selector));
  return (
    own.length > 0 &&
    own.every(({ isDark }) => isDark) &&
    own.some(({ declarations }) =>
      /(?:^|[;{\s])(?:background|color|background-color)\s*:/i.test(declarations),
    )
  );
}
