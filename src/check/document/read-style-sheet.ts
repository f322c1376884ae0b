import postcss, { type AtRule, type Rule } from "postcss";
import { parseSelector, type Selector } from "./selector.ts";

/** One declaration. */
export interface Declaration {
  /** Lower case. */
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** One rule of a style sheet. */
export interface StyleRule {
  readonly selectors: readonly { readonly text: string; readonly parsed: Selector | undefined }[];
  readonly declarations: readonly Declaration[];
  /** Params of the media rules around it, outermost first. */
  readonly media: readonly string[];
}

/** What a `<style>` holds. */
export interface StyleSheet {
  readonly css: string;
  readonly rules: readonly StyleRule[];
  /** Names of at-rules with their params: `font-face`, `import url(…)`. */
  readonly atRules: readonly { readonly name: string; readonly params: string }[];
  /** Why it cannot be parsed. */
  readonly problem: string | undefined;
}

/** Reads a style sheet. One that cannot be parsed has no rules. */
export function readStyleSheet(css: string): StyleSheet {
  let root: postcss.Root;
  try {
    root = postcss.parse(css);
  } catch (error) {
    const problem = error instanceof postcss.CssSyntaxError ? error.reason : String(error);
    return { css, rules: [], atRules: [], problem };
  }
  const rules: StyleRule[] = [];
  const atRules: { name: string; params: string }[] = [];
  root.walkAtRules(({ name, params }) => void atRules.push({ name: name.toLowerCase(), params }));
  root.walkRules((rule) => {
    const around = aroundOf(rule);
    if (around.some(({ name }) => /keyframes$/i.test(name))) return;
    rules.push({
      selectors: rule.selectors.map((text) => ({ text, parsed: parseSelector(text) })),
      declarations: rule.nodes.flatMap((node) =>
        node.type === "decl"
          ? [
              {
                property: node.prop.toLowerCase(),
                value: node.value,
                isImportant: node.important === true,
              },
            ]
          : [],
      ),
      media: around.flatMap(({ name, params }) => (name.toLowerCase() === "media" ? [params] : [])),
    });
  });
  return { css, rules, atRules, problem: undefined };
}

function aroundOf(rule: Rule): readonly AtRule[] {
  const around: AtRule[] = [];
  for (let at = rule.parent; at && at.type !== "root"; at = at.parent) {
    if (at.type === "atrule") around.unshift(at as unknown as AtRule);
  }
  return around;
}
