import { attribute } from "../document/element.ts";
import { isLanguage } from "../document/language.ts";
import type { Rule } from "../rule.ts";

/** The document says which language it is in. */
export const htmlLang: Rule = {
  name: "html-lang",
  subject: "document",
  severity: "error",
  summary: "`<html lang>` is there and is a language tag (BCP 47).",
  reason: "A screen reader reads German with an English voice unless it is told the language.",
  source: "https://dequeuniversity.com/rules/axe/4.10/html-has-lang",
  check({ elements, locale }, report) {
    const [html] = elements;
    const lang = html && attribute(html, "lang");
    const fix = { kind: "attribute", name: "lang", value: locale ?? "en" } as const;
    if (lang === undefined || lang.trim() === "") {
      report({
        message: "<html> does not say which language it is in",
        evidence: lang === undefined ? "no lang" : 'lang=""',
        advice: 'Give <Html> its language: lang="en"',
        element: html,
        // English is a guess; the locale of a variant is none.
        ...(locale !== undefined && { fix }),
      });
    } else if (!isLanguage(lang)) {
      report({
        message: `The language of <html> is no language tag: ${JSON.stringify(lang)}`,
        evidence: `lang=${JSON.stringify(lang)}`,
        advice: "Give it a tag such as en, de-AT or zh-Hant",
        element: html,
        literals: [lang],
      });
    }
  },
};
