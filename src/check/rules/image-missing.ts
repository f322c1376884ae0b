import { imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

/** Pictures of the project are there. */
export const imageMissing: Rule = {
  name: "image-missing",
  subject: "images",
  severity: "error",
  summary: "A picture of `/static/` is in the static folder.",
  reason: "The reader sees an empty frame.",
  source: "https://www.w3.org/WAI/tutorials/images/",
  check(email, report) {
    for (const { element, src } of imagesOf(email)) {
      if (email.images?.get(src) !== null) continue;
      report({
        message: "A picture is not in its folder",
        evidence: src,
        advice: "Add the file, or change the address",
        element,
        literals: [src],
      });
    }
  },
};
