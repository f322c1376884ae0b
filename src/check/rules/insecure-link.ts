import { linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** Links are encrypted. */
export const insecureLink: Rule = {
  name: "insecure-link",
  subject: "links",
  severity: "warning",
  summary: "Links begin with `https:`.",
  reason: "Browsers warn of it, anyone on the way reads it, and filters count it against the mail.",
  source: "https://https.cio.gov/everything/",
  check(email, report) {
    for (const { element, href, url } of linksOf(email)) {
      if (url?.protocol !== "http:" || /^(?:localhost|127\.|10\.|192\.168\.|\[)/.test(url.hostname))
        continue;
      if (/^\d+(?:\.\d+){3}$/.test(url.hostname)) continue;
      const origin = /^http:\/\/[^/?#]+/i.exec(href)?.[0] ?? href;
      report({
        message: "A link is not encrypted",
        evidence: showAddress(href),
        advice: "Begin it with https:",
        element,
        literals: [origin],
        same: showAddress(href),
        fix: { kind: "replace", from: origin, to: origin.replace(/^http:/i, "https:") },
      });
    }
  },
};
