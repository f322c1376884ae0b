import { findLowContrast, findSeenLow } from "../document/contrasts.ts";
import { declaredForms } from "../document/declared.ts";
import { quote } from "../document/passages.ts";
import { passingColor } from "../document/passing-color.ts";
import type { Rule } from "../rule.ts";

/** Text can be read on its ground. */
export const contrast: Rule = {
  name: "contrast",
  subject: "accessibility",
  severity: "error",
  summary: "Text has 4.5:1 against its ground, large text 3:1.",
  reason: "One reader in twelve does not see light grey on white, and no one does in the sun.",
  source: "https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html",
  check(email, report) {
    const seen = findSeenLow(email, "light");
    const low = seen ?? findLowContrast(email, email.styleOf);
    for (const { element, ratio, needed, pair, text } of low) {
      const value = email.inline(element).findLast(({ property }) => property === "color")?.value;
      const color = value && passingColor(email, element, value, needed);
      report({
        message: `Text has too little contrast: ${ratio.toFixed(2)}:1, and ${needed}:1 is needed`,
        evidence: `${quote(text, 40)}, ${pair}`,
        advice: "Make the text darker, or its ground lighter",
        element,
        literals: declaredForms(email, element, "color", "background-color"),
        isEstimate: seen === undefined,
        ...(value && color && { fix: { kind: "forms", forms: colorForms(value, color) } as const }),
        same: pair,
      });
    }
  },
};

/** A colour as React's style and as CSS have it, and what takes its place. */
function colorForms(value: string, color: string): readonly (readonly [string, string])[] {
  return [
    [`color: "${value}"`, `color: "${color}"`],
    [`color: '${value}'`, `color: '${color}'`],
    [`color:${value}`, `color:${color}`],
  ];
}
