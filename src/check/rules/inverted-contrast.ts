import { type Color, contrast, invertLightness, luminance } from "../document/color.ts";
import { findLowContrast } from "../document/contrasts.ts";
import { declaredForms } from "../document/declared.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** Below it nobody reads; between it and what WCAG asks for, an estimate says too little. */
const unreadable = 2.5;

/** What Gmail on Android and Outlook.com do: light grounds turn dark, and dark text light. */
function invertLightParts(color: Color, role: "text" | "ground"): Color {
  const isLight = luminance(color) > 0.4;
  return isLight === (role === "ground") ? invertLightness(color) : color;
}

/** Text can be read in clients that turn its colours around by themselves. */
export const invertedContrast: Rule = {
  name: "inverted-contrast",
  subject: "dark mode",
  severity: "warning",
  summary: "Text can be read after a client has inverted all colours, or the light ones.",
  reason:
    "Gmail and Outlook invert what they are sent: a mid grey on white is a mid grey on black then.",
  source: "https://www.litmus.com/blog/the-ultimate-guide-to-dark-mode-for-email-marketers",
  check(email, report) {
    const ways = [
      { name: "all colours", recolor: invertLightness, clients: ["Gmail", "Outlook for Windows"] },
      { name: "the light ones", recolor: invertLightParts, clients: ["Gmail", "Outlook.com"] },
    ];
    for (const { name, recolor, clients } of ways) {
      for (const { element, ratio, pair, text } of findLowContrast(email, email.styleOf, recolor)) {
        const { color, ground } = email.styleOf(element);
        if (ratio >= unreadable || ground === undefined || contrast(color, ground) < 3) continue;
        report({
          message: `Text cannot be read where a client inverts ${name}`,
          evidence: `${quote(text, 40)}, ${pair}: ${ratio.toFixed(1)}:1`,
          advice: "Take a text colour further from the middle",
          element,
          clients,
          literals: declaredForms(email, element, "color"),
          isEstimate: true,
          same: pair,
        });
      }
    }
  },
};
