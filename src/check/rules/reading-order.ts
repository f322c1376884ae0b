import { firstStrongDirection } from "../../template/html/direction.ts";
import { attribute, descendants } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** What is read first is written first. */
export const readingOrder: Rule = {
  name: "reading-order",
  subject: "accessibility",
  severity: "warning",
  summary: 'Columns are not swapped by `dir="rtl"` or `float: right`.',
  reason:
    "A screen reader and the text part read them the other way round than everyone sees them.",
  source: "https://www.w3.org/WAI/WCAG22/Understanding/meaningful-sequence.html",
  check({ shown, textOf, isShown }, report) {
    for (const element of shown) {
      if (element.name !== "table" && element.name !== "tr" && element.name !== "div") continue;
      if (attribute(element, "dir")?.toLowerCase() !== "rtl") continue;
      const cells = descendants(element).filter(
        (one) => (one.name === "td" || one.name === "th") && isShown(one) && textOf(one) !== "",
      );
      const [first, second] = cells;
      if (!first || !second || firstStrongDirection(textOf(element)) !== "ltr") continue;
      const isReset = cells.some((cell) => attribute(cell, "dir")?.toLowerCase() === "ltr");
      const isAllLeft = cells.every((cell) => firstStrongDirection(textOf(cell)) !== "rtl");
      if (!isReset || !isAllLeft) continue;
      report({
        message: 'Columns are swapped by dir="rtl"',
        evidence: `“${textOf(first).slice(0, 30)}” is read before “${textOf(second).slice(0, 30)}”, and stands behind it`,
        advice: "Write them in the order in which they are to be read",
        element,
        same: "",
      });
    }
  },
};
