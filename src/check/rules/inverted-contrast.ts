import { contrast, invertLightness } from "../document/color.ts";
import { findLowContrast } from "../document/contrasts.ts";
import { declaredForms } from "../document/declared.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** Below it no one reads; between it and what WCAG asks for, an estimate says too little. */
const unreadable = 2;

/** Text can be read in clients that turn its colours around by themselves. */
export const invertedContrast: Rule = {
  name: "inverted-contrast",
  subject: "dark mode",
  severity: "info",
  summary: "Text can be read after a client has inverted all colours.",
  reason:
    "Gmail on iOS and Outlook for Windows invert what they are sent: a bright green on black is a mid green on white then.",
  source: "https://www.litmus.com/blog/the-ultimate-guide-to-dark-mode-for-email-marketers",
  check(email, report) {
    for (const low of findLowContrast(email, email.styleOf, invertLightness)) {
      const { element, ratio, pair, text } = low;
      const { color, ground } = email.styleOf(element);
      if (ratio >= unreadable || ground === undefined || contrast(color, ground) < 3) continue;
      report({
        message: "Text cannot be read where a client inverts all colours",
        evidence: `${quote(text, 40)}, ${pair}: ${ratio.toFixed(1)}:1`,
        advice: "Take a text colour further from the middle",
        element,
        clients: ["Gmail", "Outlook for Windows"],
        literals: declaredForms(email, element, "color", "background-color"),
        isEstimate: true,
        same: pair,
      });
    }
  },
};
