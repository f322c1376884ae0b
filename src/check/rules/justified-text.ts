import { declaredForms } from "../document/declared.ts";
import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** Text is not stretched to both edges. */
export const justifiedText: Rule = {
  name: "justified-text",
  subject: "accessibility",
  severity: "warning",
  summary: "No paragraph is justified.",
  reason:
    "Mail clients do not hyphenate: wide gaps run through the text, which are hard to read with dyslexia.",
  source: "https://www.w3.org/WAI/WCAG22/Understanding/visual-presentation.html",
  check(email, report) {
    for (const { text, element } of passagesOf(email)) {
      if (text.length < 120 || email.styleOf(element).textAlign !== "justify") continue;
      report({
        message: "A paragraph is justified",
        evidence: quote(text, 60),
        advice: "Align it to the side on which it begins",
        element,
        literals: declaredForms(email, element, "text-align"),
        same: "",
      });
    }
  },
};
