import { familiesWithout, featurePage, untestedNote } from "../clients/support.ts";
import { fileNameOf, imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

const formats: Readonly<Record<string, string>> = {
  ...{ svg: "image-svg", webp: "image-webp", avif: "image-avif", heic: "image-heif" },
  ...{ heif: "image-heif", tif: "image-tiff", tiff: "image-tiff", jxl: "", bmp: "image-bmp" },
};

/** Pictures are in a format that the clients which count show. */
export const imageFormats: Rule = {
  name: "image-formats",
  subject: "client support",
  severity: "warning",
  summary: "Pictures are PNG, JPEG or GIF: what all clients show.",
  reason:
    "Gmail shows no SVG at all, and Outlook for Windows neither SVG, WebP nor AVIF: an empty frame is left.",
  source: featurePage("image-svg"),
  check(email, report, { clients }) {
    for (const { element, src } of imagesOf(email)) {
      const inData = /^data:image\/([a-z]+)/i.exec(src)?.[1];
      const ending = /\.([a-z]+)$/i.exec(fileNameOf(src))?.[1];
      const format = (inData ?? ending)?.toLowerCase() ?? "";
      const slug = formats[format];
      if (slug === undefined) continue;
      const without = slug === "" ? [] : familiesWithout(slug, clients);
      if (slug !== "" && without.length === 0) continue;
      report({
        message: `${format.toUpperCase()} pictures are not shown in ${without.join(", ") || "mail clients"}`,
        evidence: `${fileNameOf(src)}${untestedNote(slug, clients)}`,
        advice: "Make it a PNG, or a JPEG for a photograph",
        element,
        clients: without,
        literals: [src, fileNameOf(src)],
        // Gmail is every second reader.
        ...(without.includes("Gmail") && { severity: "error" as const }),
        same: src,
      });
    }
  },
};
