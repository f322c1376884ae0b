import { directionOf } from "../../template/html/direction.ts";
import { attribute } from "../document/element.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { bodyBlocks } from "./shared/body-blocks.ts";

/** The direction of writing is said inside of the body too. */
export const bodyDir: Rule = {
  name: "body-dir",
  subject: "document",
  severity: "error",
  summary: "The block that stands directly in `<body>` has a `dir`, which fits its language.",
  reason:
    "Webmail throws `<html dir>` away: Arabic then begins on the left, and English on the right in a webmail that is set in Arabic.",
  source: "https://emailmarkup.org/",
  check(email, report) {
    const { elements, body } = email;
    if (!body) return;
    const [html] = elements;
    const { blocks, loose } = bodyBlocks(email, body, "dir");
    if (loose !== "") {
      report({
        message: "Words stand directly in <body>, where nothing can say their direction of writing",
        evidence: quote(loose, 40),
        advice: `Put all that is in <body> into a <div dir="${directionOf((html && attribute(html, "lang")) ?? "")}">`,
        element: body,
        same: "loose",
      });
    }
    for (const child of blocks) {
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
