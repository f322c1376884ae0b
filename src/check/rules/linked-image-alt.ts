import { attribute, descendants } from "../document/element.ts";
import { fileNameOf } from "../document/images.ts";
import { linksOf } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** A picture that is a link says where it leads. */
export const linkedImageAlt: Rule = {
  name: "linked-image-alt",
  subject: "accessibility",
  severity: "error",
  summary: "A picture that is all of a link has words in its `alt`.",
  reason:
    "A screen reader says “link” and nothing else; with pictures blocked there is nothing to press.",
  source: "https://www.w3.org/WAI/WCAG22/Techniques/failures/F89",
  check(email, report) {
    for (const { element, name, href } of linksOf(email)) {
      if (name !== "" || element.name !== "a") continue;
      const image = descendants(element).find((one) => one.name === "img" && email.isShown(one));
      // One without any alt is another rule's.
      if (!image || attribute(image, "alt") === undefined) continue;
      const src = attribute(image, "src") ?? "";
      report({
        message: "A picture is all of a link, and its alt says nothing",
        evidence: `${fileNameOf(src)}, which leads to ${href.slice(0, 80)}`,
        advice: "Say in its alt where the link leads",
        element: image,
        literals: [src],
        same: "",
      });
    }
  },
};
