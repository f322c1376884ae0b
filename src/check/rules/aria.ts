import { attribute, descendants } from "../document/element.ts";
import type { Rule } from "../rule.ts";

const roles = new Set(
  (
    "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader " +
    "complementary contentinfo definition deletion dialog directory document emphasis feed figure form " +
    "generic grid gridcell group heading img image insertion link list listitem log main mark marquee math " +
    "menu menubar menuitem meter navigation none note option paragraph presentation progressbar radio " +
    "region row rowgroup rowheader scrollbar search separator status strong subscript superscript switch tab table " +
    "term text textbox time timer toolbar tooltip tree treegrid treeitem"
  ).split(" "),
);

/** What is said to screen readers alone is right. */
export const aria: Rule = {
  name: "aria",
  subject: "accessibility",
  severity: "error",
  summary: "Roles exist, and nothing hidden from screen readers can be reached by the keyboard.",
  reason: "An unknown role is ignored; a hidden link is a stop of which nothing is read.",
  source: "https://dequeuniversity.com/rules/axe/4.10/aria-roles",
  check({ shown }, report) {
    for (const element of shown) {
      const role = attribute(element, "role")?.trim().toLowerCase();
      if (
        role !== undefined &&
        !role.split(/\s+/).some((one) => roles.has(one) || one.startsWith("doc-"))
      ) {
        report({
          message: `There is no role “${role}”`,
          evidence: `<${element.name} role="${role}">`,
          advice: 'Take it away, or write the one that is meant, such as "presentation"',
          element,
          literals: [role],
        });
      }
      if (attribute(element, "aria-hidden") !== "true") continue;
      const link = [element, ...descendants(element)].find(
        (one) =>
          one.name === "a" && one.attributes.has("href") && one.attributes.get("tabindex") !== "-1",
      );
      if (!link) continue;
      report({
        message: "A link is hidden from screen readers, and can still be reached",
        evidence: `<${element.name} aria-hidden="true"> with a link in it`,
        advice: "Take aria-hidden away",
        element,
        same: "hidden",
      });
    }
  },
};
