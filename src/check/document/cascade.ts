import type { EmailElement } from "./element.ts";
import type { Viewing } from "./media.ts";
import type { CheckMemory } from "./memory.ts";
import { readInlineStyle } from "./read-inline-style.ts";
import type { Declaration, StyleSheet } from "./read-style-sheet.ts";
import { type Candidate, indexRules, type OwnStyle, type Shape } from "./rule-index.ts";
import { classesOf, matches } from "./selector.ts";

/** Tells which declarations apply to elements in one way of viewing. */
export interface Cascade {
  own(element: EmailElement): OwnStyle;
}

/** What a cascade is made of. */
export interface CascadeSources {
  readonly sheets: readonly StyleSheet[];
  /** Names of the attributes that any element has. */
  readonly attributes: ReadonlySet<string>;
  readonly inline: (element: EmailElement) => readonly Declaration[];
  /** The same for elements of one name, id and class. */
  readonly shapeKeyOf: (element: EmailElement) => string;
  /** The same for the same sheets and attributes. */
  readonly sourcesKey: string;
  /** What emails before had in common with this one. */
  readonly memory: CheckMemory;
}

/** Makes a cascade of an email's style sheets; what it finds out is kept. */
export function createCascade(
  { sheets, attributes, inline, shapeKeyOf, memory, sourcesKey }: CascadeSources,
  viewing: Viewing,
): Cascade {
  const key = `${viewing.scheme} ${viewing.width} ${sourcesKey}`;
  const index = memory.indexes.get(key) ?? {
    byKey: indexRules(sheets, viewing, attributes),
    shapes: new Map(),
  };
  memory.indexes.set(key, index);
  const { byKey, shapes } = index;
  const known: OwnStyle[] = [];
  const universal = byKey.get("*") ?? [];
  const shapeOf = (element: EmailElement): Shape => {
    const candidates = [
      ...universal,
      ...(byKey.get(element.name) ?? []),
      ...classesOf(element).flatMap((name) => byKey.get(`.${name}`) ?? []),
      ...(byKey.get(`#${element.attributes.get("id")}`) ?? []),
    ];
    const isContextual = candidates.some((one) => one.isContextual);
    return { candidates, isContextual, styles: new Map() };
  };
  const look = (element: EmailElement, { candidates }: Shape) =>
    apply(
      candidates.filter(({ selector }) => matches(selector, element)),
      inline(element),
    );
  const find = (element: EmailElement): OwnStyle => {
    const shapeKey = shapeKeyOf(element);
    const shape = shapes.get(shapeKey) ?? shapeOf(element);
    shapes.set(shapeKey, shape);
    if (shape.isContextual) return look(element, shape);
    const written = inline(element);
    const style = shape.styles.get(written) ?? look(element, shape);
    shape.styles.set(written, style);
    return style;
  };
  return {
    own(element) {
      const style = known[element.index] ?? find(element);
      known[element.index] = style;
      return style;
    },
  };
}

const noStyle: OwnStyle = new Map();

function apply(candidates: readonly Candidate[], inline: readonly Declaration[]): OwnStyle {
  if (candidates.length === 0 && inline.length === 0) return noStyle;
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

const nothing: readonly Declaration[] = [];

/** Reads `style` attributes; the same one is read once. */
export function createInlineReader({
  inlines,
}: CheckMemory): (element: EmailElement) => readonly Declaration[] {
  return (element) => {
    const style = element.attributes.get("style");
    if (style === undefined) return nothing;
    const ready = inlines.get(style) ?? readInlineStyle(style);
    inlines.set(style, ready);
    return ready;
  };
}
