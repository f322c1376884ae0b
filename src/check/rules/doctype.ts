import type { Rule } from "../rule.ts";

/** The document begins with a doctype. */
export const doctype: Rule = {
  name: "doctype",
  subject: "document",
  severity: "error",
  summary: "The document begins with a doctype.",
  reason: "Without one, browsers and Outlook lay it out in quirks mode: sizes and centring differ.",
  source: "https://html.spec.whatwg.org/#the-doctype",
  check({ doctype: found, elements }, report) {
    if (found !== undefined) return;
    report({
      message: "The document has no doctype",
      evidence: "it begins with an element",
      advice: "Begin it with <!DOCTYPE html>",
      element: elements[0],
    });
  },
};
