import { attribute, type EmailElement } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** A table of data says what its columns or rows are. */
export const dataTableHeaders: Rule = {
  name: "data-table-headers",
  subject: "accessibility",
  severity: "error",
  summary: "A table of data has `<th scope>`, and the other tables have none.",
  reason: "A screen reader tells “Total” with a number only where it knows which cell heads which.",
  source: "https://www.w3.org/WAI/tutorials/tables/one-header/",
  check({ shown, textOf }, report) {
    for (const element of shown) {
      if (element.name !== "table") continue;
      const role = attribute(element, "role");
      const isLayout = role === "presentation" || role === "none";
      const heads = ownCells(element).filter((cell) => cell.name === "th");
      if (isLayout) {
        const [head] = heads.filter(
          (cell) => textOf(cell) !== "" && attribute(cell, "scope") !== undefined,
        );
        if (head) {
          report({
            message: "A table says that it only lays out, and has cells that head others",
            evidence: `<th scope> “${textOf(head).slice(0, 40)}” in role="${role}"`,
            advice: "Take the role away, or make them <td>",
            element,
            same: "role",
          });
        }
        continue;
      }
      const [bare] = heads.filter(
        (cell) => textOf(cell) !== "" && attribute(cell, "scope") === undefined,
      );
      if (bare) {
        report({
          message: "A cell heads others, and does not say which",
          evidence: `<th> “${textOf(bare).slice(0, 40)}” without scope`,
          advice: 'Give it scope="col" or scope="row"',
          element: bare,
          same: "scope",
        });
      } else if (heads.length === 0 && role === "table") {
        report({
          message: "A table of data has no cell that heads others",
          evidence: `role="table" around “${textOf(element).slice(0, 40)}”`,
          advice: 'Make the heading cells <th scope="col"> or <th scope="row">',
          element,
          same: "heads",
        });
      }
    }
  },
};

/** Cells of a table, without those of tables in it. */
function ownCells(table: EmailElement): readonly EmailElement[] {
  const cells: EmailElement[] = [];
  const add = (element: EmailElement) => {
    for (const child of element.children) {
      if (typeof child === "string" || child.name === "table") continue;
      if (child.name === "td" || child.name === "th") cells.push(child);
      add(child);
    }
  };
  add(table);
  return cells;
}
