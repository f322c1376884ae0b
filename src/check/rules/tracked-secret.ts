import { showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";
import { tokenLinks } from "./shared/token-link.ts";

/** What works once is not pressed by a machine first, nor kept by others. */
export const trackedSecret: Rule = {
  name: "tracked-secret",
  subject: "links",
  severity: "error",
  summary: "Where Postmark rewrites links to count clicks, none of them carries a token.",
  reason:
    "Postmark stores the address for 45 days and readers' clicks go over its host; a token belongs to the reader alone.",
  source: "https://postmarkapp.com/developer/user-guide/tracking-links",
  check(email, report) {
    const { links } = email.message?.tracking ?? {};
    if (links !== "HtmlAndText" && links !== "HtmlOnly") return;
    for (const { element, href, key } of tokenLinks(email)) {
      report({
        message: "A link with a token in it is rewritten to count clicks",
        evidence: `${showAddress(href)}${key ? ` with ${key}=…` : ""}, tracking.links: "${links}"`,
        advice: 'Say tracking: { links: "None" } for this email',
        element,
        literals: [`links: "${links}"`, `links: '${links}'`],
        same: "",
      });
    }
  },
};
