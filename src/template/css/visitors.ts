import type { CssColor, MediaQuery, Rule, Visitor } from "lightningcss";
import type { LightningCss } from "./lightning.ts";
import { lowerColor } from "./lower-color.ts";
import { lowerMediaQuery } from "./lower-media-query.ts";
import { mergeMedia } from "./merge-media.ts";
import { collectDefinitions, isTailwindName, resolveTailwind } from "./resolve-tailwind.ts";
import { finiteLength, returnable } from "./returnable.ts";

type StyleRule = Extract<Rule, { type: "style" }>;

/** What a pass over a sheet came across. */
export interface Seen {
  /** Rules inside style rules, or media rules inside media rules. */
  nesting: boolean;
}

/** First pass: values in notations that mail clients parse. lightningcss flattens the rules. */
export function createValueVisitor(
  lightning: LightningCss,
  seen: Seen,
): Visitor<Record<never, never>> {
  const toSrgb = (color: CssColor) => lowerColor(lightning, color);
  const toBounds = (query: MediaQuery) => returnable(lowerMediaQuery(query));
  return {
    Color: toSrgb,
    Length: finiteLength,
    MediaQuery: toBounds,
    Rule: {
      style(rule) {
        if (rule.value.rules.length > 0) seen.nesting = true;
      },
      media(rule) {
        if (rule.value.rules.some((inner) => inner.type === "media")) seen.nesting = true;
      },
    },
  };
}

/** Second pass, over flat rules: no media rule in another, and none of Tailwind's variables. */
export const ruleVisitor: Visitor<Record<never, never>> = {
  Rule: {
    style: resolveRule,
    media: (rule) => returnable(mergeMedia(rule)),
    property: (rule) => (isTailwindName(rule.value.name) ? [] : undefined),
  },
};

/** A style rule without Tailwind's variables; undefined when it had none. */
function resolveRule(rule: StyleRule): StyleRule | undefined {
  const { declarations = [], importantDeclarations = [] } = rule.value.declarations ?? {};
  const all = [...declarations, ...importantDeclarations];
  const definitions = collectDefinitions(all);
  const resolved = new Map(all.map((each) => [each, resolveTailwind(each, definitions)]));
  if (all.every((each) => resolved.get(each) === each)) return undefined;
  return returnable({
    ...rule,
    value: {
      ...rule.value,
      declarations: {
        declarations: declarations.flatMap((each) => resolved.get(each) ?? []),
        importantDeclarations: importantDeclarations.flatMap((each) => resolved.get(each) ?? []),
      },
    },
  });
}
