import { isSettled } from "../clients/settled-properties.ts";
import { familiesUnknown, featurePage, hasFeature } from "../clients/support.ts";
import type { Rule } from "../rule.ts";

/** Names of Outlook's own, of SVG and of MathML are judged elsewhere. */
const custom = /^[a-z][a-z\d]*-[\w-]+$/;

/** What no one has tested in the clients that count is told as that. */
export const untestedSupport: Rule = {
  name: "untested-support",
  subject: "client support",
  severity: "info",
  summary: "Properties and elements are ones that someone has tested in the clients that count.",
  reason:
    "Whether a reader sees it is unknown: caniemail.com has no test of it, which says neither yes nor no.",
  source: "https://www.caniemail.com/features/",
  check({ shown, cascade }, report, { clients }) {
    /** Names that are done with: told, or known everywhere. */
    const told = new Set<string>();
    for (const element of shown) {
      if (custom.test(element.name) && !told.has(element.name)) {
        told.add(element.name);
        report({
          message: `No one has tested what mail clients make of <${element.name}>`,
          evidence: `<${element.name}> is no element of HTML`,
          advice: "Use an element of HTML",
          element,
          same: element.name,
        });
      }
      for (const [property, value] of cascade.own(element)) {
        if (told.has(property)) continue;
        const slug = `css-${property}`;
        const isKnown = hasFeature(slug);
        const unknown = isSettled(property) ? [] : familiesUnknown(slug, clients);
        if (unknown.length === 0) {
          told.add(property);
          continue;
        }
        if (/^(?:normal|none|auto|initial|inherit|unset)$/.test(value)) continue;
        told.add(property);
        report({
          message: `No one has tested whether ${unknown.join(", ")} ${unknown.length === 1 ? "knows" : "know"} ${property}`,
          evidence: `${property}: ${value} on <${element.name}>, ${isKnown ? featurePage(slug) : "of which caniemail.com has no test"}`,
          advice: "See that it reads well without",
          element,
          clients: unknown,
          literals: [
            property.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
            property,
          ],
          same: property,
        });
      }
    }
  },
};
