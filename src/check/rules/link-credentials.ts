import { linksOf } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** No link carries a password. */
export const linkCredentials: Rule = {
  name: "link-credentials",
  subject: "links",
  severity: "error",
  summary: "No address has a user name or a password in it (`https://user:pass@host`).",
  reason:
    "Browsers drop it or warn, filters take it for phishing, and anyone who gets the mail forwarded has the password.",
  source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  check(email, report) {
    for (const { element, href, url } of linksOf(email)) {
      if (!url || !/^https?:$/.test(url.protocol) || (url.username === "" && url.password === ""))
        continue;
      report({
        message: "The address of a link has a user name in it",
        evidence: `${url.protocol}//…@${url.host}`,
        advice: "Take it out",
        element,
        literals: [href],
      });
    }
  },
};
