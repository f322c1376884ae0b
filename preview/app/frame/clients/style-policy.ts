import postcss, { type Declaration, type Rule } from "postcss";
import type { Support } from "./client-support.ts";
import { declarationFeatures, mediaFeatures, selectorFeatures } from "./css-features.ts";
import type { Tally } from "./report.ts";

/** What becomes of a declaration: it stays, goes, says something else, or holds on some elements. */
export type Fate =
  | "keep"
  | { readonly drop: string; readonly slug?: string }
  | { readonly value: string; readonly lost: string; readonly slug?: string }
  | Restricted;

/** A declaration that holds on some elements only. */
export interface Restricted {
  readonly holdsOn: (tagName: string) => boolean;
  /** The same as the end of a selector. */
  readonly suffix: string;
  /** What is lost elsewhere. */
  readonly lost: string;
  readonly slug?: string;
}

/** How a client reads CSS. */
export interface StylePolicy {
  readonly support: Support;
  /** What the data does not say, or says in words only. Asked after the data. */
  declaration(declaration: Declaration, isInline: boolean): Fate;
  /** Whether a selector can match at all. */
  selector(selector: string): boolean;
  /** Whether an at-rule is read that the data does not refuse. */
  atRule(name: string, params: string): boolean;
}

/** What is left of a `style` attribute. Null: nothing. */
export function dressInline(
  style: string,
  tagName: string,
  policy: StylePolicy,
  ignore: Tally["ignore"],
): string | null {
  let root: postcss.Root;
  try {
    root = postcss.parse(style);
  } catch {
    return style;
  }
  root.walkDecls((declaration) => {
    const fate = judge(declaration, policy, true);
    if (fate === "keep") return;
    if ("holdsOn" in fate) {
      if (fate.holdsOn(tagName)) return;
      ignore(fate.lost, fate.slug);
      declaration.remove();
    } else change(declaration, fate, ignore);
  });
  return root.nodes.length > 0 ? root.toString() : null;
}

/**
 * What is left of a style sheet.
 *
 * @throws {postcss.CssSyntaxError} when it cannot be parsed
 */
export function dressSheet(css: string, policy: StylePolicy, tally: Tally): string {
  const root = postcss.parse(css);
  root.walkAtRules((rule) => {
    const slugs =
      rule.name === "media" ? mediaFeatures(rule.params) : [`css-at-${rule.name.toLowerCase()}`];
    const refused = slugs.find((slug) => policy.support.get(slug) === "no");
    if (!refused && policy.atRule(rule.name, rule.params)) return;
    tally.ignore(refused ? nameFeature(refused) : `@${rule.name} ${rule.params}`, refused);
    rule.remove();
  });
  root.walkRules((rule) => {
    if (rule.parent?.type === "atrule" && /keyframes$/.test((rule.parent as postcss.AtRule).name))
      return;
    dressSelectors(rule, policy, tally);
    if (rule.parent) dressDeclarations(rule, policy, tally);
  });
  return root.toString();
}

function dressSelectors(rule: Rule, policy: StylePolicy, tally: Tally): void {
  const kept = rule.selectors.filter((selector) => {
    const refused = selectorFeatures(selector).find((slug) => policy.support.get(slug) === "no");
    if (refused) tally.ignore(nameFeature(refused), refused);
    else if (policy.selector(selector)) return true;
    else tally.ignore(`rules for ${selector.trim()}`);
    return false;
  });
  if (kept.length === 0) rule.remove();
  else if (kept.length < rule.selectors.length) rule.selectors = kept;
}

function dressDeclarations(rule: Rule, policy: StylePolicy, tally: Tally): void {
  const restricted = new Map<string, Declaration[]>();
  rule.each((node) => {
    if (node.type !== "decl") return;
    const fate = judge(node, policy, false);
    if (fate === "keep") return;
    if ("holdsOn" in fate) {
      tally.ignore(fate.lost, fate.slug);
      restricted.set(fate.suffix, [...(restricted.get(fate.suffix) ?? []), node]);
    } else change(node, fate, tally.ignore);
  });
  for (const [suffix, declarations] of restricted) {
    const selectors = rule.selectors.map((selector) => withSuffix(selector, suffix));
    const own = postcss.rule({ selectors });
    own.append(...declarations.map((declaration) => declaration.clone()));
    for (const declaration of declarations) declaration.remove();
    // Marked as seen by standing before the rule: it is not walked again.
    rule.before(own);
  }
}

/** Puts a condition on what a selector selects: before its pseudo-element, where it has one. */
function withSuffix(selector: string, suffix: string): string {
  const at = selector.search(/::[a-z-]+$/i);
  return at < 0 ? selector + suffix : selector.slice(0, at) + suffix + selector.slice(at);
}

function judge(declaration: Declaration, policy: StylePolicy, isInline: boolean): Fate {
  const slugs = declarationFeatures(declaration.prop, declaration.value);
  const refused = slugs.find((slug) => policy.support.get(slug) === "no");
  if (refused === undefined) return policy.declaration(declaration, isInline);
  const isOwn = refused === slugs[0] && !refused.startsWith("css-display");
  return { drop: isOwn ? declaration.prop.toLowerCase() : nameFeature(refused), slug: refused };
}

function change(
  declaration: Declaration,
  fate: Exclude<Fate, "keep" | Restricted>,
  ignore: Tally["ignore"],
): void {
  if ("drop" in fate) {
    ignore(fate.drop, fate.slug);
    declaration.remove();
    return;
  }
  ignore(fate.lost, fate.slug);
  declaration.value = fate.value;
}

/** A slug as one says it: `css-display-flex` is `display: flex`. */
export function nameFeature(slug: string): string {
  const name = slug.replace(/^(css|html|image)-/, "");
  return names
    .filter(([pattern]) => pattern.test(name))
    .slice(0, 1)
    .reduce((text, [pattern, written]) => text.replace(pattern, written), name);
}

const names: readonly (readonly [RegExp, string])[] = [
  [/^at-media-(.+)/, "@media ($1)"],
  [/^at-/, "@"],
  [/^pseudo-class-/, ":"],
  [/^pseudo-element-/, "::"],
  [/^selector-(.+)/, "$1 selectors"],
  [/^display-(.+)/, "display: $1"],
  [/^unit-calc/, "calc()"],
  [/^unit-/, ""],
  [/^function-(.+)/, "$1()"],
  [/^(.+-gradient)$/, "$1()"],
  [/^variables$/, "var()"],
  [/^rgba$/, "rgba()"],
  [/^modern-color$/, "colours beyond rgb()"],
];
