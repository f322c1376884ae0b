import { directionOf } from "../../template/html/direction.ts";
import { attribute, childElements } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** The direction of writing is said inside of the body too. */
export const bodyDir: Rule = {
  name: "body-dir",
  subject: "document",
  severity: "error",
  summary: "The block that stands directly in `<body>` has a `dir`, which fits its language.",
  reason:
    "Webmail throws `<html dir>` away: Arabic then begins on the left, and English on the right in a webmail that is set in Arabic.",
  source: "https://emailmarkup.org/",
  check({ elements, body, isShown, textOf }, report) {
    if (!body) return;
    const [html] = elements;
    for (const child of childElements(body)) {
      if (!isShown(child) || textOf(child) === "") continue;
      const dir = attribute(child, "dir")?.trim().toLowerCase();
      const lang = attribute(child, "lang") ?? (html && attribute(html, "lang")) ?? "";
      const expected = directionOf(lang);
      if (dir !== "ltr" && dir !== "rtl" && dir !== "auto") {
        report({
          message: `<${child.name}> in <body> does not say its direction of writing`,
          evidence: dir === undefined ? "no dir" : `dir="${dir}"`,
          advice: `Give it dir="${expected}"`,
          element: child,
        });
      } else if (dir === "ltr" && expected === "rtl") {
        report({
          message: `The language is ${lang}, which is written from right to left, and dir is "ltr"`,
          evidence: `lang="${lang}" dir="${dir}"`,
          advice: 'Give <Html> dir="rtl"',
          element: child,
        });
      }
    }
  },
};
