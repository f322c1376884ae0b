import { fileNameOf, imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

const megabyte = 1024 * 1024;

/** Pictures load at once. */
export const imageWeight: Rule = {
  name: "image-weight",
  subject: "images",
  severity: "warning",
  summary: "A picture is below 200 kB, all of them below 2 MB.",
  reason: "On the move the mail is read before it is loaded, without it.",
  source: "https://web.dev/articles/choose-the-right-image-format",
  check(email, report, { budgets }) {
    const seen = new Set<string>();
    let sum = 0;
    for (const { element, src } of imagesOf(email)) {
      const file = email.images?.get(src);
      if (!file || seen.has(src)) continue;
      seen.add(src);
      sum += file.sizeBytes;
      if (file.sizeBytes <= budgets.imageBytes) continue;
      report({
        message: "A picture is heavy",
        evidence: `${fileNameOf(src)}, ${Math.round(file.sizeBytes / 1024)} kB`,
        advice: "Make it twice as wide as it is shown, and compress it",
        severity: file.sizeBytes > Math.max(megabyte, budgets.imageBytes) ? "error" : "warning",
        element,
        literals: [src],
        same: src,
      });
    }
    if (sum <= budgets.allImagesBytes) return;
    report({
      message: "The pictures are heavy together",
      evidence: `${seen.size} of them, ${Math.round(sum / 1024)} kB`,
      advice: "Leave some out, or make them smaller",
      element: email.body,
      same: "sum",
    });
  },
};
