import { declaredForms } from "../document/declared.ts";
import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** No one reads smaller letters on a phone. */
const smallest = 11.5;
const smallestBody = 14;

/** Letters are large enough. */
export const textSize: Rule = {
  name: "text-size",
  subject: "accessibility",
  severity: "warning",
  summary: "The text is 14 px or larger, and nothing below 12 px.",
  reason:
    "iPhones enlarge letters below 13 px and break the layout; others show them as they are, and no one reads them.",
  source: "https://www.gov.uk/guidance/content-design/writing-for-gov-uk",
  check(email, report) {
    const sizes: {
      readonly px: number;
      readonly length: number;
      readonly element: (typeof email.shown)[number];
    }[] = [];
    for (const { text, element } of passagesOf(email)) {
      if (!/\p{L}{2}/u.test(text)) continue;
      const px = email.styleOf(element).fontSizePx;
      if (px < 2) continue;
      const isShort = text.length < 15;
      sizes.push({ px, length: text.length, element });
      if (px >= smallest || isShort) continue;
      report({
        message: `Text is ${round(px)} px, which is too small to read`,
        evidence: quote(text, 60),
        advice: "Make it 12 px at least",
        severity: px < 10 ? "error" : "warning",
        element,
        literals: declaredForms(email, element, "font-size"),
        same: String(px),
      });
    }
    const all = sizes.reduce((sum, { length }) => sum + length, 0);
    const small = sizes.filter(({ px }) => px < smallestBody - 0.5 && px >= smallest);
    const smallLength = small.reduce((sum, { length }) => sum + length, 0);
    const [first] = small;
    if (!first || all < 200 || smallLength < all * 0.66) return;
    report({
      message: `Most of the text is smaller than ${smallestBody} px`,
      evidence: `${Math.round((smallLength / all) * 100)} % of it, such as ${round(first.px)} px`,
      advice: `Make the body text ${smallestBody} px, better 16 px`,
      element: first.element,
      same: "most",
    });
  },
};

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
