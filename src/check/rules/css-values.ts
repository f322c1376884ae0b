import { familiesWithout, featurePage } from "../clients/support.ts";
import { felt, type ValueFeature, valueFeatures } from "../clients/value-features.ts";
import type { EmailElement } from "../document/element.ts";
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
    const uses = new Map<string, Use[]>();
    const look = (
      declarations: readonly Declaration[],
      element: EmailElement,
      isSheet: boolean,
    ) => {
      for (const [at, { property, value }] of declarations.entries()) {
        if (property.startsWith("--") || !felt.test(property)) continue;
        const feature = valueFeatures.find(({ pattern }) => pattern.test(value));
        if (!feature || familiesWithout(feature.slug, clients).length === 0) continue;
        if (declarations.slice(0, at).some((one) => isFallback(one, property))) continue;
        const known = uses.get(feature.slug) ?? [];
        uses.set(feature.slug, known);
        // Several on one element are one fault.
        if (known.at(-1)?.element !== element || isSheet) {
          known.push({ feature, element, property, value, isSheet });
        }
      }
    };
    const clean = new Set<readonly Declaration[]>();
    for (const element of shown) {
      const declarations = inline(element);
      if (clean.has(declarations)) continue;
      if (!declarations.some(({ value }) => mayBeUnknown.test(value))) clean.add(declarations);
      else look(declarations, element, false);
    }
    for (const { element, sheet } of sheets) {
      for (const { declarations, media, selectors } of sheet.rules) {
        // What stands in a media rule is an addition; Outlook never sees it.
        if (media.length > 0) continue;
        if (selectors.some(({ parsed }) => parsed !== undefined)) look(declarations, element, true);
      }
    }
    for (const [slug, found] of uses) {
      const without = familiesWithout(slug, clients);
      // What is everywhere was decided in one place, and is told once.
      const isEverywhere = found.length > mostPlaces;
      for (const { feature, element, property, value, isSheet } of found.slice(
        0,
        isEverywhere ? 1 : undefined,
      )) {
        report({
          message: `${feature.name} is not known in ${without.join(", ")}, which drop ${property}`,
          evidence: `${property}: ${value}${isSheet ? " in <style>" : ` on <${element.name}>`}${isEverywhere ? `, and in ${found.length - 1} other places` : ""}`,
          advice:
            slug === "css-unit-rem"
              ? "Write pixels; with <Tailwind>, give its config pixelBasedPreset"
              : `Write a plain value, or one before it: ${property}: …; ${property}: ${value}`,
          element,
          clients: without,
          literals: isEverywhere ? [] : [`${property}:${value}`, `${property}: ${value}`, value],
          same: isEverywhere ? slug : `${property} ${value}`,
        });
      }
    }
  },
};

/** What no feature of a value is without: a function or a unit. */
const mayBeUnknown = /\(|\d(?:v|rem|ch|[sdl]v)/i;

/** So many elements with one unit are a decision, and no slip. */
const mostPlaces = 6;

interface Use {
  readonly feature: ValueFeature;
  readonly element: EmailElement;
  readonly property: string;
  readonly value: string;
  readonly isSheet: boolean;
}

function isFallback({ property, value }: Declaration, wanted: string): boolean {
  if (property !== wanted && !(wanted === "background-color" && property === "background")) {
    return false;
  }
  return !valueFeatures.some(({ pattern }) => pattern.test(value));
}
