import { attribute } from "../document/element.ts";
import { fileNameOf, imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

/** Less is as good as invisible. */
const least = 1.5;
/** In the light it is there for all to see. */
const plain = 3;

/** A picture that is seen in the light is seen in the dark. */
export const darkLogo: Rule = {
  name: "dark-logo",
  subject: "dark mode",
  severity: "warning",
  summary: "Under `--browser`: a picture stands out from the email's own dark colours.",
  reason:
    "A dark logo with a see-through ground is gone in dark mode: no one sees whose mail it is.",
  source: "https://www.litmus.com/blog/the-ultimate-guide-to-dark-mode-for-email-marketers",
  check(email, report) {
    const { seen, elements } = email;
    if (!seen || seen.elementCount !== elements.length) return;
    const inLight = new Map(seen.lightImages.map(({ index, contrast }) => [index, contrast]));
    const inDark = new Map(seen.darkImages.map(({ index, contrast }) => [index, contrast]));
    for (const { element, src } of imagesOf(email)) {
      const dark = inDark.get(element.index);
      const light = inLight.get(element.index) ?? 1;
      if (dark === undefined || dark >= least || light < plain) continue;
      report({
        message: "A picture cannot be seen in dark mode",
        evidence: `${fileNameOf(src)}${attribute(element, "alt") ? ` (“${attribute(element, "alt")}”)` : ""} stands out by ${dark.toFixed(1)}:1 there, and by ${light.toFixed(1)}:1 in the light`,
        advice: "Put a light outline or ground into the file, or show another one in the dark",
        element,
        clients: ["Apple Mail", "Samsung Email"],
        literals: [src],
        same: src,
      });
    }
  },
};
