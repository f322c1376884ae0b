import { linksOf } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** A link to a place of the same mail finds it. */
export const linkAnchor: Rule = {
  name: "link-anchor",
  subject: "links",
  severity: "error",
  summary: "A link to `#place` has its `id` or `<a name>`.",
  reason: "Pressing it does nothing.",
  source: "https://www.caniemail.com/features/html-anchor-links/",
  check(email, report) {
    const places = new Set(
      email.elements.flatMap(({ attributes }) => [attributes.get("id"), attributes.get("name")]),
    );
    for (const { element, href } of linksOf(email)) {
      const place = /^#(.+)/s.exec(href)?.[1];
      if (place === undefined || place === "top" || places.has(place)) continue;
      report({
        message: `A link leads to #${place}, and nothing is called so`,
        evidence: `href="${href}"`,
        advice: `Give the place id="${place}"`,
        element,
        literals: [href],
      });
    }
  },
};
