import { linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

const shorteners = new Set(
  (
    "bit.ly bitly.com tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy " +
    "tiny.cc t.ly s.id v.gd adf.ly bl.ink lnkd.in short.io shorte.st soo.gd tr.im x.co y2u.be clck.ru " +
    "qr.ae po.st bc.vc u.to j.mp snip.ly trib.al fb.me dlvr.it ift.tt amzn.to youtu.be wp.me git.io " +
    "tny.im hubs.ly"
  ).split(" "),
);
/** These belong to one site only, and say which. */
const ownSites = new Set([
  "youtu.be",
  "amzn.to",
  "fb.me",
  "git.io",
  "wp.me",
  "lnkd.in",
  "y2u.be",
  "t.co",
]);

/** Links say where they lead. */
export const linkShortener: Rule = {
  name: "link-shortener",
  subject: "links",
  severity: "warning",
  summary: "No link goes through a public shortener.",
  reason: "Spammers share its host, and its bad name; readers cannot see where it leads.",
  source: "https://www.spamhaus.org/",
  check(email, report) {
    for (const { element, href, url } of linksOf(email)) {
      const host = url?.hostname.replace(/^www\./, "") ?? "";
      if (!shorteners.has(host) || ownSites.has(host)) continue;
      report({
        message: `A link goes through the shortener ${host}`,
        evidence: showAddress(href),
        advice: "Link to the page itself",
        element,
        literals: [href],
      });
    }
  },
};
