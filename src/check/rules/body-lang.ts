import { attribute } from "../document/element.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { bodyBlocks } from "./shared/body-blocks.ts";

/** The language is said inside of the body too. */
export const bodyLang: Rule = {
  name: "body-lang",
  subject: "document",
  severity: "error",
  summary: "The block that stands directly in `<body>` has the language of `<html>`.",
  reason:
    "Gmail and Outlook.com throw `<html>` and its attributes away; what is left has no language.",
  source: "https://emailmarkup.org/",
  check(email, report) {
    const { elements, body } = email;
    const lang = elements[0] && attribute(elements[0], "lang")?.trim();
    if (!body || !lang) return;
    const { blocks, loose } = bodyBlocks(email, body, "lang");
    if (loose !== "") {
      report({
        message: `Words stand directly in <body>, where nothing can say that their language is ${lang}`,
        evidence: quote(loose, 40),
        advice: `Put all that is in <body> into a <div lang="${lang}">`,
        element: body,
        same: "loose",
      });
    }
    for (const child of blocks) {
      const own = attribute(child, "lang")?.trim();
      if (own !== undefined && own.toLowerCase() === lang.toLowerCase()) continue;
      // A part in another language says so itself.
      if (own !== undefined && own !== "" && blocks.length > 1) continue;
      report({
        message: `<${child.name}> in <body> does not say that its language is ${lang}`,
        evidence: own === undefined ? "no lang" : `lang="${own}", and <html lang="${lang}">`,
        advice: `Give it lang="${lang}"`,
        element: child,
      });
    }
  },
};
