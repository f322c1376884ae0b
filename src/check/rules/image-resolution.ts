import { fileNameOf, imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

/** Pictures are sharp on today's screens. */
export const imageResolution: Rule = {
  name: "image-resolution",
  subject: "images",
  severity: "info",
  summary: "The file of a picture is 1.5 times as wide as it is shown, and not more than 4 times.",
  reason:
    "On phones a pixel is half or a third as wide: the picture is blurred. A far larger file only loads longer.",
  source: "https://web.dev/articles/serve-responsive-images",
  check(email, report) {
    for (const { element, src, width } of imagesOf(email)) {
      const file = email.images?.get(src);
      if (!file?.width || !width || width < 16 || /\.svg$/i.test(fileNameOf(src))) continue;
      const factor = file.width / width;
      const isHuge = factor > 4 && file.sizeBytes > 50_000;
      if (factor >= 1.5 - 0.01 && !isHuge) continue;
      report({
        message: isHuge
          ? "A picture is far larger than it is shown"
          : "A picture is blurred on most screens",
        evidence: `${fileNameOf(src)} is ${file.width} px wide, shown as ${width} px`,
        advice: `Make the file ${width * 2} px wide`,
        element,
        literals: [src],
        same: String(isHuge),
      });
    }
  },
};
