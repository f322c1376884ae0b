import { getAttribute } from "../html/attributes.ts";
import type { VisibleElement, VisibleNode } from "../html/visible-tree.ts";
import { TextFlow } from "./flow.ts";
import { prefixLines } from "./line.ts";
import type { WriteContext } from "./writer.ts";

/** Writes `ul` or `ol`, each item behind its mark, further lines indented below its first. */
export function writeList(list: VisibleElement, flow: TextFlow, context: WriteContext): void {
  const blanks = context.listDepth > 0 ? 0 : 1;
  const inside = { ...context, listDepth: context.listDepth + 1 };
  const items = list.children.filter(isItem);
  const marks =
    list.name === "ol" ? numberItems(list, items) : items.map((item) => bullet(list, item));
  const width = Math.max(0, ...marks.map((mark) => mark.length));

  flow.separate(blanks);
  let next = 0;
  for (const child of list.children) {
    if (!isItem(child)) {
      // Not valid, but seen: a list directly inside a list, or text between items.
      context.write([child], flow, inside);
      continue;
    }
    const mark = (marks[next++] ?? "").padEnd(width);
    const item = new TextFlow();
    context.write(child.children, item, inside);
    const lines = item.endAligned();
    flow.separate(0);
    flow.append(prefixLines(lines, mark, " ".repeat(width)));
    flow.separate(item.trailingBlanks);
  }
  flow.separate(blanks);
}

function isItem(node: VisibleNode): node is VisibleElement {
  return typeof node === "object" && node.name === "li";
}

function bullet(list: VisibleElement, item: VisibleElement): string {
  const isPlain = [list, item].some((element) => /list-style[^;]*none/i.test(element.token.raw));
  return isPlain ? "" : "- ";
}

function numberItems(list: VisibleElement, items: readonly VisibleElement[]): string[] {
  if (/list-style[^;]*none/i.test(list.token.raw)) return items.map(() => "");
  const isReversed = getAttribute(list.token, "reversed") !== undefined;
  const type = getAttribute(list.token, "type") ?? "1";
  let number = readInteger(list, "start") ?? (isReversed ? items.length : 1);
  return items.map((item) => {
    number = readInteger(item, "value") ?? number;
    const mark = `${formatNumber(number, type)}. `;
    number += isReversed ? -1 : 1;
    return mark;
  });
}

function readInteger(element: VisibleElement, name: string): number | undefined {
  const value = Number.parseInt(getAttribute(element.token, name) ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}

/** A number as `type` of `ol` asks for it. @see https://html.spec.whatwg.org/#attr-ol-type */
function formatNumber(number: number, type: string): string {
  if (number < 1) return String(number);
  if (type === "a") return toLetters(number);
  if (type === "A") return toLetters(number).toUpperCase();
  if (type === "i" && number < 4000) return toRoman(number);
  if (type === "I" && number < 4000) return toRoman(number).toUpperCase();
  return String(number);
}

function toLetters(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function toRoman(number: number): string {
  let rest = number;
  let roman = "";
  for (const [value, digits] of romanDigits) {
    while (rest >= value) {
      roman += digits;
      rest -= value;
    }
  }
  return roman;
}
