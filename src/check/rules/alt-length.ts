import { attribute } from "../document/element.ts";
import { imagesOf } from "../document/images.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** A screen reader reads an alt in one go. */
const longest = 125;

/** An alt is short. */
export const altLength: Rule = {
  name: "alt-length",
  subject: "accessibility",
  severity: "info",
  summary: "An `alt` is 125 characters at most.",
  reason:
    "A screen reader reads it in one go: no one can stop or go back in it. Long words belong in the text.",
  source: "https://webaim.org/techniques/alttext/",
  check(email, report) {
    for (const { element } of imagesOf(email)) {
      const alt = attribute(element, "alt")?.trim() ?? "";
      const length = [...alt].length;
      if (length <= longest) continue;
      report({
        message: "The alt of a picture is long",
        evidence: `${length} characters: ${quote(alt, 60)}`,
        advice: "Say the gist in it, and the rest in the text beside the picture",
        element,
        literals: [alt, alt.slice(0, 40)],
        same: "",
      });
    }
  },
};
