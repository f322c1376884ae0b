import { imagesOf } from "../document/images.ts";
import { linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** Nothing leads to a host of examples. */
export const sampleHosts: Rule = {
  name: "sample-hosts",
  subject: "leftovers",
  severity: "warning",
  isOff: true,
  summary: "No link and no image on `example.com` and its like.",
  reason:
    "It is a host for examples. Off by default, because the variants of an email are examples; switch it on where they are not.",
  source: "https://www.rfc-editor.org/rfc/rfc2606#section-3",
  check(email, report) {
    const all = [
      ...linksOf(email).map(({ href, element }) => [href, element] as const),
      ...imagesOf(email).map(({ src, element }) => [src, element] as const),
    ];
    for (const [address, element] of all) {
      const host = URL.canParse(address) ? new URL(address).hostname : "";
      if (!/(?:^|\.)example\.(?:com|net|org)$/i.test(host)) continue;
      report({
        message: `${host} is a host for examples`,
        evidence: showAddress(address),
        advice: "Give it the address of your own site",
        element,
        literals: [address],
      });
    }
  },
};
