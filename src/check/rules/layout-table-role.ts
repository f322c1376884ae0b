import { attribute, descendants, type EmailElement } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** A table that only lays out says so. */
export const layoutTableRole: Rule = {
  name: "layout-table-role",
  subject: "accessibility",
  severity: "error",
  summary: 'A table that only lays out has `role="presentation"`.',
  reason:
    "A screen reader announces “table with one row and one column” for each, and the mail drowns in it.",
  source: "https://emailmarkup.org/",
  check({ shown, textOf }, report) {
    for (const element of shown) {
      if (element.name !== "table" || attribute(element, "role") !== undefined) continue;
      if (isData(element) || textOf(element) === "") continue;
      report({
        message: "A table lays out, and does not say so",
        evidence: `<table> around “${textOf(element).slice(0, 40)}”`,
        advice: 'Give it role="presentation"',
        element,
        fix: { kind: "attribute", name: "role", value: "presentation" },
        same: "",
      });
    }
  },
};

/** Whether a table says of itself that it holds data. */
export function isData(table: EmailElement): boolean {
  if (
    attribute(table, "aria-label") ??
    attribute(table, "aria-labelledby") ??
    attribute(table, "summary")
  ) {
    return true;
  }
  for (const { name, parent } of descendants(table)) {
    if (name === "th" || name === "caption" || name === "thead") {
      let at = parent;
      while (at && at.name !== "table") at = at.parent;
      if (at === table) return true;
    }
  }
  return false;
}
