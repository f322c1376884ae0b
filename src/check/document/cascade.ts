import type { EmailElement } from "./element.ts";
import { mediaHolds, type Viewing } from "./media.ts";
import { readInlineStyle } from "./read-inline-style.ts";
import type { Declaration, StyleRule, StyleSheet } from "./read-style-sheet.ts";
import { classesOf, matches, type Selector } from "./selector.ts";

/** What applies to an element by its own rules: last of each property, longhands not split. */
export type OwnStyle = ReadonlyMap<string, string>;

interface Candidate {
  readonly selector: Selector;
  readonly rule: StyleRule;
  readonly order: number;
  /** Whether it looks at more than the name, the id and the classes of the element itself. */
  readonly isContextual: boolean;
}

/** Tells which declarations apply to elements in one way of viewing. */
export interface Cascade {
  own(element: EmailElement): OwnStyle;
}

/** Makes a cascade of an email's style sheets; what it finds out is kept. */
export function createCascade(
  sheets: readonly StyleSheet[],
  viewing: Viewing,
  elements: readonly EmailElement[],
  inlineOf: (element: EmailElement) => readonly Declaration[],
): Cascade {
  const attributes = new Set(elements.flatMap((one) => [...one.attributes.keys()]));
  const byKey = indexRules(sheets, viewing, attributes);
  const known = new Map<EmailElement, OwnStyle>();
  /** Rules that look at an element alone say the same of all that are written alike. */
  const alike = new Map<string, OwnStyle>();
  const universal = byKey.get("*") ?? [];
  const find = (element: EmailElement): OwnStyle => {
    const candidates = [
      ...universal,
      ...(byKey.get(element.name) ?? []),
      ...classesOf(element).flatMap((name) => byKey.get(`.${name}`) ?? []),
      ...(byKey.get(`#${element.attributes.get("id")}`) ?? []),
    ];
    const look = () =>
      apply(
        candidates.filter(({ selector }) => matches(selector, element)),
        inlineOf(element),
      );
    if (candidates.some(({ isContextual }) => isContextual)) return look();
    const { name, attributes: own } = element;
    const key = `${name}|${own.get("id")}|${own.get("class")}|${own.get("style")}`;
    const style = alike.get(key) ?? look();
    alike.set(key, style);
    return style;
  };
  return {
    own(element) {
      const style = known.get(element) ?? find(element);
      known.set(element, style);
      return style;
    },
  };
}

function indexRules(
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

function apply(candidates: readonly Candidate[], inline: readonly Declaration[]): OwnStyle {
  const style = new Map<string, string>();
  const important = new Map<string, string>();
  const set = ({ property, value, isImportant }: Declaration) => {
    if (isImportant) important.set(property, value);
    // A later shorthand wins over an earlier longhand, and the other way about.
    if (property === "background") style.delete("background-color");
    style.set(property, value);
  };
  const sorted = [...candidates].sort(
    (one, other) =>
      one.selector.specificity - other.selector.specificity || one.order - other.order,
  );
  for (const { rule } of sorted) rule.declarations.forEach(set);
  inline.forEach(set);
  for (const { property, value, isImportant } of inline) {
    if (isImportant) important.set(property, value);
  }
  for (const [property, value] of important) {
    if (property === "background") style.delete("background-color");
    style.set(property, value);
  }
  return style;
}

/** Reads `style` attributes; the same one is read once. */
export function createInlineReader(): (element: EmailElement) => readonly Declaration[] {
  const known = new Map<string, readonly Declaration[]>();
  return (element) => {
    const style = element.attributes.get("style");
    if (style === undefined) return [];
    const ready = known.get(style) ?? readInlineStyle(style);
    known.set(style, ready);
    return ready;
  };
}
