import { collapseSides } from "./collapse-sides.ts";
import type { Declared } from "./declared.ts";
import { splitDeclarations } from "./split-declarations.ts";

/** What another program fills in later, and comments: such a style is left alone. */
const foreign = /\{\{|\{%|<%|%%|\[\[|\*\||\/\*|\\/;

/**
 * The same style in fewer octets: what later declarations repeat or undo is left out, colours are
 * written as hex and strings in single quotes, which need no escaping in HTML. What it computes to
 * stays the same, in every client: no value is written that the style did not have in this or a
 * longer form.
 *
 * @param style the decoded value of a `style` attribute
 */
export function compactStyle(style: string): string {
  if (foreign.test(style)) return style;
  const declared: Declared[] = [];
  for (const piece of splitDeclarations(style)) {
    const text = piece.trim();
    if (text === "") continue;
    const colon = text.indexOf(":");
    // Not what a parser takes for a declaration: no one knows what the author meant.
    if (colon < 1) return style;
    const name = text.slice(0, colon).trimEnd();
    declared.push({ name, value: compactValue(text.slice(colon + 1).trim()) });
  }
  const kept = collapseSides(collapseSides(dropRepeated(declared), "margin"), "padding");
  return kept.map(({ name, value }) => `${name}:${value}`).join(";");
}

/** Leaves out what stands again further on, to the letter. A fallback has another value, and stays. */
function dropRepeated(declared: readonly Declared[]): readonly Declared[] {
  const last = new Map(declared.map(({ name, value }, at) => [`${name}:${value}`, at]));
  if (last.size === declared.length) return declared;
  return declared.filter(({ name, value }, at) => last.get(`${name}:${value}`) === at);
}

const opaque = /\brgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)/gi;

function compactValue(value: string): string {
  const short = value.includes('"') ? requote(value) : value;
  if (!/\brgb\(/i.test(short) || /["']|url\(/i.test(short)) return short;
  return short.replace(opaque, (whole, ...channels: string[]) => {
    const numbers = channels.slice(0, 3).map(Number);
    if (numbers.some((each) => each > 255)) return whole;
    const hex = numbers.map((each) => each.toString(16).padStart(2, "0")).join("");
    return `#${hex.replace(/^(.)\1(.)\2(.)\3$/, "$1$2$3")}`;
  });
}

/** `"Segoe UI"` as `'Segoe UI'`: in a double-quoted attribute the first costs ten octets more. */
function requote(value: string): string {
  return value.includes("'") ? value : value.replaceAll('"', "'");
}
