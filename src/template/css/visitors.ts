import type { CssColor, MediaQuery, Rule, Visitor } from "lightningcss";
import { lowerMediaQuery } from "./lower-media-query.ts";
import { mergeMedia } from "./merge-media.ts";
import { collectDefinitions, isTailwindName, resolveTailwind } from "./resolve-tailwind.ts";
import { finiteLength, returnable } from "./returnable.ts";

type StyleRule = Extract<Rule, { type: "style" }>;

/** What of a sheet is to be lowered. */
export interface ValueNeeds {
  /** Gives a colour in sRGB; left out where no value needs another notation. */
  readonly lowerColor?: ((color: CssColor) => CssColor | undefined) | undefined;
  /** Whether there are media queries with `<` or `>`. */
  readonly ranges: boolean;
}

/** Values and media queries in notations that mail clients parse. */
export function createValueVisitor({
  lowerColor,
  ranges,
}: ValueNeeds): Visitor<Record<never, never>> {
  const toBounds = (query: MediaQuery) => returnable(lowerMediaQuery(query));
  return {
    ...(lowerColor && { Color: lowerColor, Length: finiteLength }),
    ...(ranges && { MediaQuery: toBounds }),
  };
}

/** What of the rules is to be put right. */
export interface RuleNeeds {
  /** Media rules in media rules. */
  readonly hasNestedMedia: boolean;
  /** Tailwind's inner variables. */
  readonly hasNames: boolean;
}

/** Over flat rules: no media rule in another, and none of Tailwind's variables. */
export function createRuleVisitor({
  hasNestedMedia,
  hasNames,
}: RuleNeeds): Visitor<Record<never, never>> {
  return {
    Rule: {
      ...(hasNestedMedia && {
        media: (rule) =>
          rule.value.rules.some(({ type }) => type === "media")
            ? returnable(mergeMedia(rule))
            : undefined,
      }),
      ...(hasNames && {
        style: resolveRule,
        property: (rule) => (isTailwindName(rule.value.name) ? [] : undefined),
      }),
    },
  };
}

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
