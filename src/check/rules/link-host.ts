import { linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** A link names a host, and the port that everyone uses. */
export const linkHost: Rule = {
  name: "link-host",
  subject: "links",
  severity: "warning",
  summary: "No link to a number in place of a host, and none with a port of its own.",
  reason:
    "Filters count both against the mail (SpamAssassin: NUMERIC_HTTP_ADDR, WEIRD_PORT), and readers do not trust them.",
  source: "https://spamassassin.apache.org/tests_3_3_x.html",
  check(email, report) {
    for (const { element, href, url } of linksOf(email)) {
      if (!url || !/^https?:$/.test(url.protocol)) continue;
      if (/^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/.test(url.hostname))
        continue;
      const isNumber = /^\d+(?:\.\d+){3}$/.test(url.hostname);
      if (!isNumber && url.port === "") continue;
      report({
        message: isNumber
          ? "A link leads to a number in place of a host"
          : `A link has a port of its own: ${url.port}`,
        evidence: showAddress(href),
        advice: isNumber ? "Give it the host's name" : "Serve it on the usual port",
        element,
        literals: [href, url.host],
        same: url.host,
      });
    }
  },
};
