import type { MediaCondition, MediaQuery, Rule } from "lightningcss";

type MediaRule = Extract<Rule, { type: "media" }>;

/**
 * `@media a{@media b{…}}` as `@media a and b{…}`: clients that read media rules at all read them
 * one level deep. Rules that cannot be joined so (`not`, two media types) stay nested.
 *
 * @returns the rules in its place, in the order of the cascade
 */
export function mergeMedia(rule: MediaRule): MediaRule[] {
  const flat: MediaRule[] = [];
  const inners = rule.value.rules.flatMap((each): Rule[] =>
    each.type === "media" ? mergeMedia(each) : [each],
  );
  for (const inner of inners) {
    const queries = inner.type === "media" ? joinQueries(rule, inner) : undefined;
    if (inner.type === "media" && queries) {
      flat.push({ ...inner, value: { ...inner.value, query: { mediaQueries: queries } } });
      continue;
    }
    const last = flat.at(-1);
    if (last && last.value.query === rule.value.query) last.value.rules.push(inner);
    else flat.push({ ...rule, value: { ...rule.value, rules: [inner] } });
  }
  return flat;
}

function joinQueries(outer: MediaRule, inner: MediaRule): MediaQuery[] | undefined {
  const joined: MediaQuery[] = [];
  for (const a of outer.value.query.mediaQueries) {
    for (const b of inner.value.query.mediaQueries) {
      const query = joinQuery(a, b);
      if (query === undefined) return undefined;
      joined.push(query);
    }
  }
  return joined;
}

function joinQuery(a: MediaQuery, b: MediaQuery): MediaQuery | undefined {
  if (a.qualifier === "not" || b.qualifier === "not") return undefined;
  const isEither = a.mediaType === "all" || b.mediaType === "all";
  if (!isEither && a.mediaType !== b.mediaType) return undefined;
  const conditions = [...partsOf(a.condition), ...partsOf(b.condition)];
  if (conditions.some(isDisjunction)) return undefined;
  return {
    qualifier: a.qualifier ?? b.qualifier ?? null,
    mediaType: a.mediaType === "all" ? b.mediaType : a.mediaType,
    condition:
      conditions.length > 1
        ? { type: "operation", operator: "and", conditions }
        : (conditions[0] ?? null),
  };
}

function partsOf(condition: MediaCondition | null | undefined): MediaCondition[] {
  if (!condition) return [];
  const isAnd = condition.type === "operation" && condition.operator === "and";
  return isAnd ? condition.conditions : [condition];
}

function isDisjunction(condition: MediaCondition): boolean {
  return condition.type === "operation" && condition.operator === "or";
}
