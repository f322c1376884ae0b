import { attribute } from "../document/element.ts";
import { fileNameOf, imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

/** A picture is not stretched. */
export const imageRatio: Rule = {
  name: "image-ratio",
  subject: "images",
  severity: "warning",
  summary: "Width and height are in the proportion of the file.",
  reason: "The picture is squeezed: a round logo is an egg.",
  source: "https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/img#height",
  check(email, report) {
    for (const { element, src, width, height } of imagesOf(email)) {
      const file = email.images?.get(src);
      if (!file?.width || !file.height || !width || !height) continue;
      const own = email.cascade.own(element);
      if (own.get("object-fit") || own.get("height") === "auto") continue;
      const said =
        Number(attribute(element, "width") ?? width) /
        Number(attribute(element, "height") ?? height);
      const real = file.width / file.height;
      if (!Number.isFinite(said) || Math.abs(said / real - 1) < 0.06) continue;
      // A line or an icon of a few pixels is rounded.
      if (Math.min(width, height) < 12) continue;
      report({
        message: "A picture is shown out of proportion",
        evidence: `${fileNameOf(src)} is ${file.width} × ${file.height}, shown as ${width} × ${height}`,
        advice: `Make it ${width} × ${Math.round(width / real)}`,
        element,
        literals: [src],
        same: "",
      });
    }
  },
};
