import { imagesOf } from "../document/images.ts";
import { showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** Pictures are loaded encrypted. */
export const insecureImage: Rule = {
  name: "insecure-image",
  subject: "images",
  severity: "warning",
  summary: "Pictures are loaded over `https:`.",
  reason: "Apple Mail and webmail do not load the others, or warn of the whole mail.",
  source: "https://developer.mozilla.org/docs/Web/Security/Mixed_content",
  check(email, report) {
    for (const { element, src } of imagesOf(email)) {
      if (!/^http:\/\//i.test(src) || /^http:\/\/(?:localhost|127\.|10\.|192\.168\.)/i.test(src))
        continue;
      const origin = /^http:\/\/[^/?#]+/i.exec(src)?.[0] ?? src;
      report({
        message: "A picture is not loaded encrypted",
        evidence: showAddress(src),
        advice: "Begin its address with https:",
        element,
        literals: [origin],
        same: showAddress(src),
        fix: { kind: "replace", from: origin, to: origin.replace(/^http:/i, "https:") },
      });
    }
  },
};
