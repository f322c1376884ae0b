import { linksOf, showAddress } from "../document/links.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** Links of one name lead to one place. */
export const ambiguousLinks: Rule = {
  name: "ambiguous-links",
  subject: "accessibility",
  severity: "info",
  summary: "Two links with the same words lead to the same place.",
  reason: "In a list of links no one can tell them apart.",
  source: "https://dequeuniversity.com/rules/axe/4.10/identical-links-same-purpose",
  check(email, report) {
    const first = new Map<string, string>();
    const times = new Map<string, number>();
    const links = linksOf(email);
    for (const { name } of links)
      times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
    for (const { element, name, href } of links) {
      const key = name.toLowerCase();
      if (key === "" || !/^https?:/i.test(href)) continue;
      const known = first.get(key);
      first.set(key, known ?? href);
      if (known === undefined || plain(known) === plain(href)) continue;
      // Three and more of a kind are a list, whose rows tell them apart.
      if ((times.get(key) ?? 0) > 2) continue;
      report({
        message: `Two links are called ${quote(name, 40)} and lead to different places`,
        evidence: `${showAddress(known)} and ${showAddress(href)}`,
        advice: "Give each a name of its own",
        element,
        literals: [name],
        same: key,
      });
    }
  },
};

function plain(href: string): string {
  return href
    .replace(/[?#].*$/s, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}
