import { attribute } from "../document/element.ts";
import { primaryLanguage } from "../document/language.ts";
import { linksOf, showAddress } from "../document/links.ts";
import { vagueWords } from "../document/vague-words.ts";
import type { Rule } from "../rule.ts";

/** A link says where it leads. */
export const vagueLink: Rule = {
  name: "vague-link",
  subject: "accessibility",
  severity: "warning",
  summary: "No link is called “click here” or “more”, in its own language.",
  reason: "Screen readers list the links of a mail: five times “here” helps no one.",
  source: "https://www.w3.org/WAI/WCAG22/Techniques/failures/F84",
  check(email, report) {
    const [html] = email.elements;
    const language = primaryLanguage(html && attribute(html, "lang")) || "en";
    const words = new Set([...(vagueWords[language] ?? []), ...(vagueWords.en ?? [])]);
    for (const { element, name, href } of linksOf(email)) {
      const plain = name
        .toLowerCase()
        .replace(/[\s→›»>.…!:]+$/u, "")
        .trim();
      if (!words.has(plain)) continue;
      report({
        message: `A link is called “${name}”, which does not say where it leads`,
        evidence: showAddress(href),
        advice: "Name what is behind it: “Reset your password”",
        element,
        literals: [name],
      });
    }
  },
};
