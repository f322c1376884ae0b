import { attribute, childElements, closest, type EmailElement } from "../document/element.ts";
import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { headingsOf } from "./headings.ts";

/** How much larger than the text around a heading looks. */
const heading = 1.5;

/** What looks like a heading is one. */
export const fakeHeading: Rule = {
  name: "fake-heading",
  subject: "accessibility",
  severity: "info",
  summary: "An email whose first words look like a headline has a heading.",
  reason: "Who cannot see the size of letters does not know that it is the headline.",
  source: "https://www.w3.org/WAI/WCAG22/Techniques/failures/F2",
  check(email, report) {
    if (headingsOf(email).length > 0) return;
    const passages = passagesOf(email);
    const sizes = new Map<number, number>();
    for (const { text, element } of passages) {
      const size = Math.round(email.styleOf(element).fontSizePx);
      sizes.set(size, (sizes.get(size) ?? 0) + text.length);
    }
    const usual = [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 16;
    const found = passages.find(
      ({ text, element }) =>
        /^(?:p|div|td)$/.test(element.name) &&
        email.styleOf(element).fontSizePx >= usual * heading &&
        /\p{L}{3}/u.test(text) &&
        text.length <= 80 &&
        text.split(" ").length >= 2 &&
        closest(element, "a") === undefined &&
        attribute(element, "role") === undefined &&
        !holdsLinkOnly(element),
    );
    if (!found) return;
    report({
      message: "Words look like a heading, and are none",
      evidence: `${quote(found.text)}, ${Math.round(email.styleOf(found.element).fontSizePx)} px where the text is ${usual} px`,
      advice: "Make it a <Heading>",
      element: found.element,
      literals: [found.text],
      same: "",
    });
  },
};

function holdsLinkOnly(element: EmailElement): boolean {
  const [only, ...more] = childElements(element);
  return more.length === 0 && only?.name === "a";
}
