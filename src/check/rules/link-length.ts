import { linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** What every browser and every proxy takes. */
const longest = 2_000;

/** Links are short enough to arrive. */
export const linkLength: Rule = {
  name: "link-length",
  subject: "links",
  severity: "warning",
  summary: "A link is 2,000 characters at most.",
  reason: "Some clients and proxies cut it, and then it does not work.",
  source: "https://www.rfc-editor.org/rfc/rfc9110#section-4.1",
  check(email, report) {
    for (const { element, href } of linksOf(email)) {
      if (href.length <= longest) continue;
      report({
        message: "A link is longer than some clients take",
        evidence: `${href.length} characters: ${showAddress(href)}`,
        advice: "Keep what it carries on the server, and send a key",
        element,
        literals: [href.slice(0, 60)],
        same: showAddress(href),
      });
    }
  },
};
