import { familiesWithout, featurePage, untestedNote } from "../clients/support.ts";
import type { Rule } from "../rule.ts";

/** Properties that do what a reader would miss, and what is missed. */
const missed: Readonly<Record<string, readonly [slug: string, effect: string]>> = {
  "margin-inline": ["css-margin-inline-block", "the distance is lost"],
  "margin-block": ["css-margin-inline-block", "the distance is lost"],
  "margin-inline-start": ["css-margin-inline-start-end", "the distance is lost"],
  "margin-inline-end": ["css-margin-inline-start-end", "the distance is lost"],
  "padding-inline": ["css-padding-inline-block", "the distance is lost"],
  "padding-block": ["css-padding-inline-block", "the distance is lost"],
  "padding-inline-start": ["css-padding-inline-start-end", "the distance is lost"],
  "padding-inline-end": ["css-padding-inline-start-end", "the distance is lost"],
  "aspect-ratio": ["css-aspect-ratio", "its height is what its content has"],
  "clip-path": ["css-clip-path", "all of it is shown"],
  "mask-image": ["css-mask-image", "all of it is shown"],
  "mix-blend-mode": ["css-mix-blend-mode", "it is drawn as it is"],
  filter: ["css-filter", "it is drawn as it is"],
  "writing-mode": ["css-writing-mode", "the text runs across"],
  "column-count": ["css-column-count", "the text is one column"],
  "object-fit": ["css-object-fit", "the picture is stretched"],
  "inline-size": ["css-inline-size", "its width is what its content has"],
  "block-size": ["css-block-inline-size", "its height is what its content has"],
};

/** Properties that shape what a reader sees are known to the clients that count. */
export const cssProperties: Rule = {
  name: "css-properties",
  subject: "client support",
  severity: "info",
  summary: "Properties whose loss a reader sees are ones that all clients know.",
  reason: "Where a client does not know `padding-inline`, the text sticks to the edge.",
  source: "https://www.caniemail.com/features/",
  check({ shown, cascade }, report, { clients }) {
    for (const element of shown) {
      const own = cascade.own(element);
      for (const property of own.keys()) {
        const [slug, effect] = missed[property] ?? [];
        if (
          slug === undefined ||
          /^(?:none|auto|0(?:px)?|normal|horizontal-tb|blur\(0(?:px)?\))$/.test(
            own.get(property) ?? "",
          )
        )
          continue;
        if (property === "object-fit" && !element.attributes.has("height") && !own.has("height"))
          continue;
        const physical = property.replace(/-(?:inline|block).*$/, "");
        if (
          physical !== property &&
          [...own.keys()].some((name) => name.startsWith(physical) && !missed[name])
        )
          continue;
        const without = familiesWithout(slug, clients);
        if (without.length === 0) continue;
        report({
          message: `${property} is not known in ${without.join(", ")}: ${effect}`,
          evidence: `${property}: ${own.get(property)} on <${element.name}>, ${featurePage(slug)}${untestedNote(slug, clients)}`,
          advice:
            physical === property
              ? "See that it reads well without"
              : `Write ${physical}-left, ${physical}-top and so on`,
          element,
          clients: without,
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
