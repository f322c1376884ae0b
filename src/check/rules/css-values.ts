import { familiesWithout, featurePage } from "../clients/support.ts";
import { felt, valueFeatures } from "../clients/value-features.ts";
import type { Declaration } from "../document/read-style-sheet.ts";
import type { Rule } from "../rule.ts";

/** Values are ones that the clients which count know, or come after one that they do. */
export const cssValues: Rule = {
  name: "css-values",
  subject: "client support",
  severity: "warning",
  summary: "Colours and sizes are in values that all clients know, or have such a one before them.",
  reason:
    "A client drops a declaration that it does not know: the text is black, the padding gone.",
  source: featurePage("css-variables"),
  check({ shown, inline, sheets }, report, { clients }) {
    const tell = (
      declarations: readonly Declaration[],
      element: (typeof shown)[number],
      isSheet: boolean,
    ) => {
      for (const [at, { property, value }] of declarations.entries()) {
        if (property.startsWith("--") || !felt.test(property)) continue;
        const feature = valueFeatures.find(({ pattern }) => pattern.test(value));
        if (!feature) continue;
        const before = declarations.slice(0, at).some((one) => isFallback(one, property));
        const without = familiesWithout(feature.slug, clients);
        if (before || without.length === 0) continue;
        report({
          message: `${feature.name} is not known in ${without.join(", ")}, which drop ${property}`,
          evidence: `${property}: ${value}${isSheet ? " in <style>" : ` on <${element.name}>`}`,
          advice: `Write a plain value, or one before it: ${property}: …; ${property}: ${value}`,
          element,
          clients: without,
          literals: [value],
          same: `${property} ${value}`,
        });
      }
    };
    for (const element of shown) tell(inline(element), element, false);
    for (const { element, sheet } of sheets) {
      for (const { declarations, media, selectors } of sheet.rules) {
        // What stands in a media rule is an addition; Outlook never sees it.
        if (media.length > 0) continue;
        const isUsed = selectors.some(({ parsed }) => parsed !== undefined);
        if (isUsed) tell(declarations, element, true);
      }
    }
  },
};

function isFallback({ property, value }: Declaration, wanted: string): boolean {
  if (property !== wanted && !(wanted === "background-color" && property === "background")) {
    return false;
  }
  return !valueFeatures.some(({ pattern }) => pattern.test(value));
}
