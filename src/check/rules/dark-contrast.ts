import { contrast } from "../document/color.ts";
import { findLowContrast, findSeenLow } from "../document/contrasts.ts";
import { darkStyles } from "../document/dark-styles.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** Text can be read in the dark form that the author wrote. */
export const darkContrast: Rule = {
  name: "dark-contrast",
  subject: "dark mode",
  severity: "error",
  summary:
    "With the dark colours of the email itself, text has 4.5:1 against its ground, large text 3:1.",
  reason:
    "Apple Mail takes the dark colours as they are: a text that was left dark is black on black there.",
  source: "https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html",
  check(email, report) {
    const styles = darkStyles(email);
    if (!styles) return;
    const seen = findSeenLow(email, "dark");
    const seenInLight = findSeenLow(email, "light");
    const low =
      seen ?? findLowContrast(email, ({ index }) => styles[index] as (typeof styles)[number]);
    for (const { element, ratio, needed, pair, text } of low) {
      const light = email.styleOf(element);
      const isSame = seenInLight
        ? seenInLight.some((one) => one.element === element && one.pair === pair)
        : light.ground &&
          contrast(light.color, light.ground) < needed &&
          `${ratio}` === `${contrast(light.color, light.ground)}`;
      // What is wrong in the light already is told there.
      if (isSame) continue;
      report({
        message: `In dark mode text has too little contrast: ${ratio.toFixed(2)}:1, and ${needed}:1 is needed`,
        evidence: `${quote(text, 40)}, ${pair}`,
        advice: "Give it, or its ground, a colour for @media (prefers-color-scheme: dark)",
        element,
        clients: ["Apple Mail", "Samsung Email"],
        isEstimate: seen === undefined,
        same: pair,
      });
    }
  },
};
