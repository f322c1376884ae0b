import { isPlaceholder, linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

const secretKey =
  /^(?:token|reset_?token|code|otp|key|signature|sig|secret|auth|ticket|magic|nonce|access_?token|invite_?token|verification_?(?:token|code)|confirmation_?token|jwt|hash)$/i;
const secretPath =
  /\/(?:reset|verify|confirm|magic|sign-?in|log-?in|invite|activate|unlock|auth)[\w/-]*\/[\w-]{16,}(?:$|[/?#])/i;

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
    for (const { element, href, url } of linksOf(email)) {
      if (!url || !/^https?:$/.test(url.protocol) || isPlaceholder(href)) continue;
      const secret = [...url.searchParams].find(
        ([key, value]) => secretKey.test(key) && value.length >= 6,
      );
      if (!secret && !secretPath.test(url.pathname)) continue;
      report({
        message: "A link with a token in it is rewritten to count clicks",
        evidence: `${showAddress(href)}${secret ? ` with ${secret[0]}=…` : ""}, tracking.links: "${links}"`,
        advice: 'Say tracking: { links: "None" } for this email',
        element,
        literals: [`links: "${links}"`, `links: '${links}'`],
        same: "",
      });
    }
  },
};
