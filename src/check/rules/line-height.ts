import { declaredForms } from "../document/declared.ts";
import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** Text of so many characters takes more than one line anywhere. */
const severalLines = 120;

/** Lines do not touch. */
export const lineHeight: Rule = {
  name: "line-height",
  subject: "accessibility",
  severity: "warning",
  summary: "A paragraph's lines are 1.2 times as high as its letters, or more.",
  reason: "Lines that touch are hard to follow, and letters with accents are cut.",
  source: "https://www.w3.org/WAI/WCAG22/Understanding/text-spacing.html",
  check(email, report) {
    for (const { text, element } of passagesOf(email)) {
      if (text.length < severalLines) continue;
      const { lineHeight: height } = email.styleOf(element);
      if (height === undefined || height >= 1.15) continue;
      report({
        message: `The lines of a paragraph touch: they are ${height.toFixed(2)} times as high as its letters`,
        evidence: quote(text, 60),
        advice: "Make the line height 1.4 or more",
        element,
        literals: declaredForms(email, element, "line-height"),
        same: height.toFixed(2),
      });
    }
  },
};
