import { descendants } from "../document/element.ts";
import { linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** Each link has words. */
export const linkName: Rule = {
  name: "link-name",
  subject: "accessibility",
  severity: "error",
  summary: "Each link has words, or a picture with words.",
  reason: "A screen reader says “link”, and no one else sees it at all.",
  source: "https://dequeuniversity.com/rules/axe/4.10/link-name",
  check(email, report) {
    for (const { element, name, href } of linksOf(email)) {
      if (name !== "") continue;
      // A picture without words in it is another rule's.
      if (descendants(element).some((one) => one.name === "img" && email.isShown(one))) continue;
      report({
        message: "A link has no words",
        evidence: showAddress(href),
        advice: "Say where it leads",
        element,
        same: "",
      });
    }
  },
};
