import { attribute } from "../document/element.ts";
import { fileNameOf, imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

/** The room of a picture is known before it is loaded. */
export const imageDimensions: Rule = {
  name: "image-dimensions",
  subject: "images",
  severity: "warning",
  summary: "Each picture has a `width` attribute.",
  reason:
    "Outlook for Windows shows the file as large as it is, and elsewhere the text jumps when it loads.",
  source: "https://www.caniemail.com/features/html-width/",
  check(email, report) {
    for (const { element, src } of imagesOf(email)) {
      const width = attribute(element, "width")?.trim();
      if (width && /^\d+(?:px|%)?$/.test(width)) continue;
      const file = email.images?.get(src);
      const styled = email.cascade.own(element).get("width");
      const px = /^([\d.]+)px$/.exec(styled ?? "")?.[1];
      report({
        message: "A picture has no width that Outlook reads",
        evidence: `${fileNameOf(src) || "<img>"}${styled ? `, width: ${styled} in its style` : ""}`,
        advice: "Give it width, in pixels and without a unit",
        element,
        literals: [src],
        same: "",
        ...(px
          ? { fix: { kind: "attribute", name: "width", value: Math.round(Number(px)) } as const }
          : styled === undefined && file?.width
            ? { fix: { kind: "attribute", name: "width", value: file.width } as const }
            : {}),
      });
    }
  },
};
