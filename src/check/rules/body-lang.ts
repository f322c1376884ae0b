import { attribute, childElements } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** The language is said inside of the body too. */
export const bodyLang: Rule = {
  name: "body-lang",
  subject: "document",
  severity: "error",
  summary: "The block that stands directly in `<body>` has the language of `<html>`.",
  reason:
    "Gmail and Outlook.com throw `<html>` and its attributes away; what is left has no language.",
  source: "https://emailmarkup.org/",
  check({ elements, body, isShown, textOf }, report) {
    const lang = elements[0] && attribute(elements[0], "lang")?.trim();
    if (!body || !lang) return;
    for (const child of childElements(body)) {
      if (!isShown(child) || textOf(child) === "") continue;
      const own = attribute(child, "lang")?.trim();
      if (own !== undefined && own.toLowerCase() === lang.toLowerCase()) continue;
      // A part in another language says so itself.
      if (own !== undefined && own !== "" && childElements(body).length > 1) continue;
      report({
        message: `<${child.name}> in <body> does not say that its language is ${lang}`,
        evidence: own === undefined ? "no lang" : `lang="${own}", and <html lang="${lang}">`,
        advice: `Give it lang="${lang}"`,
        element: child,
      });
    }
  },
};
