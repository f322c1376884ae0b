import type { Rule } from "../rule.ts";

/** Fonts that come with the systems mail is read on, and the names of kinds. */
const everywhere =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-\w+(?:-\w+)?|-apple-system|blinkmacsystemfont|arial|arial black|helvetica|helvetica neue|georgia|times|times new roman|verdana|tahoma|trebuchet ms|courier|courier new|lucida \w+|palatino\b.*|segoe ui|roboto|impact|inherit|initial|unset|menlo|monaco|consolas|sfmono-regular|sf mono|cambria|calibri|garamond|comic sans ms|geneva)$/i;

/** After a font of one's own stands one that is there. */
export const fontFallback: Rule = {
  name: "font-fallback",
  subject: "client support",
  severity: "warning",
  summary: "A font of one's own is followed by one that every system has.",
  reason: "Without one, Outlook for Windows and webmail set the text in Times New Roman.",
  source: "https://www.caniemail.com/features/css-at-font-face/",
  check({ shown, body, cascade, ownText }, report) {
    for (const element of [...(body ? [body] : []), ...shown]) {
      const fonts = cascade
        .own(element)
        .get("font-family")
        ?.split(",")
        .map((name) => name.trim().replace(/^["']|["']$/g, ""));
      if (
        !fonts ||
        fonts.some((font) => everywhere.test(font)) ||
        fonts.some((font) => /var\(/.test(font))
      )
        continue;
      if (ownText(element) === "" && element.children.length === 0) continue;
      report({
        message: `${fonts[0]} is followed by no font that is there without it`,
        evidence: `font-family: ${fonts.join(", ")}`,
        advice: `Add a fallback: ${fonts[0]}, Arial, sans-serif`,
        element,
        clients: ["Outlook for Windows", "Gmail"],
        literals: [fonts[0] ?? ""],
        same: fonts.join(),
      });
    }
  },
};
