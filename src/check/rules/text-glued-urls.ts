import type { Rule } from "../rule.ts";

/** Addresses in the text can be pressed. */
export const textGluedUrls: Rule = {
  name: "text-glued-urls",
  subject: "text part",
  severity: "error",
  summary: "Addresses in the text part are apart from each other and from words.",
  reason: "Clients make one link of `https://a.examplehttps://b.example`, which leads nowhere.",
  source: "https://www.rfc-editor.org/rfc/rfc3986#appendix-C",
  check({ text = "" }, report) {
    const found =
      /https?:\/\/[^\s?#&=]*?[\w/]https?:\/\/\S*/i.exec(text)?.[0] ??
      /\b[\p{L}\d]{2,}(?<!\b(?:view-source|feed))https?:\/\/[\w.-]+/u.exec(text)?.[0];
    if (found === undefined) return;
    // A redirect and an archive carry an address within.
    if (/\/https?:\/\//i.test(found.slice(8))) return;
    report({
      message: "An address in the text part is glued to what stands beside it",
      evidence: found.slice(0, 100),
      advice: "Put a space or a line end between",
      part: "text",
      literals: [found],
      same: "",
    });
  },
};
