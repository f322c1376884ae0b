import { mediaHolds, type Viewing } from "./media.ts";
import type { Declaration, StyleRule, StyleSheet } from "./read-style-sheet.ts";
import type { Selector } from "./selector.ts";

/** What applies to an element by its own rules: last of each property, longhands not split. */
export type OwnStyle = ReadonlyMap<string, string>;

/** A rule that may select an element. */
export interface Candidate {
  readonly selector: Selector;
  readonly rule: StyleRule;
  readonly order: number;
  /** Whether it looks at more than the name, the id and the classes of the element itself. */
  readonly isContextual: boolean;
}

/** Rules that may select elements of one name, id and class. */
export interface Shape {
  readonly candidates: readonly Candidate[];
  /** Whether any of them looks at more than that. */
  readonly isContextual: boolean;
  /** What applies to such elements with one `style` attribute, where none does. */
  readonly styles: Map<readonly Declaration[], OwnStyle>;
}

/** The rules that hold in one way of viewing, and what was found out by them: emails share it. */
export interface RuleIndex {
  readonly byKey: ReadonlyMap<string, readonly Candidate[]>;
  readonly shapes: Map<string, Shape>;
}

/** Finds the rules that hold in a way of viewing, by what they ask of an element first. */
export function indexRules(
  sheets: readonly StyleSheet[],
  viewing: Viewing,
  attributes: ReadonlySet<string>,
): Map<string, Candidate[]> {
  const byKey = new Map<string, Candidate[]>();
  let order = 0;
  for (const { rules } of sheets) {
    for (const rule of rules) {
      order++;
      if (!rule.media.every((params) => mediaHolds(params, viewing))) continue;
      for (const { parsed } of rule.selectors) {
        const last = parsed?.compounds.at(-1);
        if (!parsed || !last) continue;
        const asked = parsed.compounds.flatMap((compound) => compound.attributes);
        // Rules for what a webmail wraps around the mail select nothing in the mail itself.
        if (!asked.every(([name]) => attributes.has(name))) continue;
        const isContextual = parsed.compounds.length > 1 || asked.length > 0;
        const { id, classes, tag = "*" } = last;
        const key = id !== undefined ? `#${id}` : classes[0] !== undefined ? `.${classes[0]}` : tag;
        const list = byKey.get(key) ?? [];
        byKey.set(key, list);
        list.push({ selector: parsed, rule, order, isContextual });
      }
    }
  }
  return byKey;
}
