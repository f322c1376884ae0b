import { attribute } from "../document/element.ts";
import { fileNameOf, imagesOf } from "../document/images.ts";
import { narrow } from "../document/media.ts";
import type { ImageFile } from "../email-to-check.ts";
import type { Fix } from "../finding.ts";
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
      const own = email.cascade.own(element);
      const styled = own.get("width");
      const px = /^([\d.]+)px$/.exec(styled ?? "")?.[1];
      const shown = px ? Math.round(Number(px)) : styled === undefined ? file?.width : undefined;
      // A height that is said holds while the width gives way: the picture would be squeezed.
      const onPhone = email.cascadeFor({ scheme: "light", width: narrow }).own(element);
      const isFluid =
        ["max-width", "height"].some((name) => own.has(name) || onPhone.has(name)) ||
        onPhone.get("width") !== styled;
      report({
        message: "A picture has no width that Outlook reads",
        evidence: `${fileNameOf(src) || "<img>"}${styled ? `, width: ${styled} in its style` : ""}`,
        advice: "Give it width, in pixels and without a unit",
        element,
        literals: [src],
        same: "",
        ...(shown && { fix: fixOf(shown, file, isFluid) }),
      });
    }
  },
};

/** Width, and the height that follows from the file, so that the room is known before it is loaded. */
function fixOf(width: number, file: ImageFile | null | undefined, isFluid: boolean): Fix {
  const isKnown = file?.width && file.height && !isFluid;
  const height = isKnown ? Math.round((width * file.height) / file.width) : undefined;
  return {
    ...{ kind: "attribute", name: "width", value: width },
    ...(height && { with: { height } }),
  };
}
