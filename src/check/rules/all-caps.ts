import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** So many letters are a sentence, and no label. */
const sentence = 60;

/** No sentence is in capitals. */
export const allCaps: Rule = {
  name: "all-caps",
  subject: "accessibility",
  severity: "warning",
  summary: "No sentence is in capitals throughout; a label may be.",
  reason: "Capitals have no shape to read words by; some screen readers spell them out.",
  source: "https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style",
  check(email, report) {
    for (const { text, element } of passagesOf(email)) {
      const isShouted = email.styleOf(element).textTransform === "uppercase";
      // Most texts have a small letter, and are done with.
      if (!isShouted && /[a-z]/.test(text)) continue;
      const letters = text.match(/\p{L}/gu) ?? [];
      const cased = letters.filter((letter) => letter.toLowerCase() !== letter.toUpperCase());
      if (cased.length < sentence) continue;
      const isTyped = cased.every((letter) => letter === letter.toUpperCase());
      if (!isTyped && !isShouted) continue;
      report({
        message: "A sentence is in capitals",
        evidence: quote(text, 60),
        advice: "Write it in small letters, and make it bold where it matters",
        element,
        literals: [text],
        same: "",
      });
    }
  },
};
