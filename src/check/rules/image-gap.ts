import { childElements } from "../document/element.ts";
import { fileNameOf, imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

/** Pictures that touch leave no gap. */
export const imageGap: Rule = {
  name: "image-gap",
  subject: "images",
  severity: "info",
  summary: "Pictures one below the other are `display: block`.",
  reason:
    "A picture stands on a line of text, and the room for the tails of letters is a gap below it.",
  source: "https://developer.mozilla.org/docs/Web/CSS/vertical-align",
  check(email, report) {
    for (const { element, src } of imagesOf(email)) {
      const { parent } = element;
      if (!parent || email.ownText(parent) !== "") continue;
      const siblings = childElements(parent).filter(email.isShown);
      const at = siblings.indexOf(element);
      const next = siblings[at + 1];
      const isStacked =
        next?.name === "img" || (next?.name === "br" && siblings[at + 2]?.name === "img");
      if (!isStacked) continue;
      const own = email.cascade.own(element);
      if (own.get("display") === "block" || own.get("vertical-align") || own.get("float")) continue;
      // Beside each other they belong on one line.
      if (next?.name === "img" && email.cascade.own(next).get("display") !== "block") continue;
      report({
        message: "There is a gap between two pictures",
        evidence: `${fileNameOf(src)} is followed by another picture`,
        advice: "Give it display: block",
        element,
        literals: [src],
        same: "",
      });
    }
  },
};
