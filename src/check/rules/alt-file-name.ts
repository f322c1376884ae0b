import { attribute } from "../document/element.ts";
import { fileNameOf, imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

/** An alt is words. */
export const altFileName: Rule = {
  name: "alt-file-name",
  subject: "accessibility",
  severity: "warning",
  summary: "An `alt` is no file name, and not just “image”.",
  reason: "“hero underscore final dot p n g” tells no one what the picture shows.",
  source: "https://www.w3.org/WAI/WCAG22/Techniques/failures/F30",
  check(email, report) {
    for (const { element, src } of imagesOf(email)) {
      const alt = attribute(element, "alt")?.trim() ?? "";
      if (alt === "") continue;
      const file = fileNameOf(src);
      const isFile =
        /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(alt) ||
        (alt === file.replace(/\.\w+$/, "") && /[-_\d]/.test(alt));
      const isEmptyWord =
        /^(?:image|img|picture|photo|icon|graphic|bild|imagen|spacer|placeholder|untitled|alt( text)?)$/i.test(
          alt,
        );
      if (!isFile && !isEmptyWord) continue;
      report({
        message: `The alt of a picture is ${isFile ? "the name of a file" : "a word that says nothing"}`,
        evidence: `alt="${alt}"`,
        advice: 'Say what it shows, or alt="" where it only decorates',
        element,
        literals: [alt],
      });
    }
  },
};
