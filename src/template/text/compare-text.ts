import { blockElements } from "../html/elements.ts";
import { tokenize } from "../html/tokenize.ts";
import { buildVisibleTree, type VisibleNode } from "../html/visible-tree.ts";
import { plainCharacters } from "./characters.ts";
import { readAddress } from "./write-link.ts";

/** Something that a reader of the HTML sees, and a reader of the text does not. */
export interface MissingFromText {
  readonly kind: "link" | "code" | "amount";
  /** The address of a link; a code or an amount as it is written. */
  readonly value: string;
}

/** A word with a figure in it: order numbers, dates, quantities, one-time codes. */
const figure = /[^\s]*\p{N}[^\s]*/gu;
const surroundings = /^[("'“‘[{<>]+|[)"'”’\]}>.,;:!?…]+$/g;
/** A number beside a currency's sign or code, with whatever space their language puts between. */
const number = "\\p{N}+(?:[.,'’]\\p{N}+| \\p{N}{3}(?!\\p{N}))*";
const amount = new RegExp(
  `(?:\\p{Sc}|\\b[A-Z]{3}) ?[-−]?${number}|${number} ?(?:\\p{Sc}|[A-Z]{3}\\b)`,
  "gu",
);
const codeElements = /^(?:code|kbd|samp)$/;
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Compares a text part with the HTML it stands beside: every link, code and amount that the HTML
 * shows has to be in the text, as often as it is shown. What is marked for the HTML alone is not
 * looked for.
 *
 * @returns what is missing, each once; empty when the text says it all
 */
export function compareTextWithHtml(html: string, text: string): readonly MissingFromText[] {
  const shown: Shown = { links: new Set(), codes: [], text: "" };
  read(buildVisibleTree({ tokens: tokenize(html) }, { htmlOnly: "leave-out" }), shown);
  // Line by line: what ends one block is no part of what begins the next.
  const seen = shown.text.split("\n").map(normalize).join("\n");
  const given = normalize(text);

  const links = [...shown.links].filter((link) => !given.includes(normalize(link)));
  const amounts = seen.match(amount) ?? [];
  const words = (seen.match(figure) ?? []).map((word) => word.replace(surroundings, ""));
  const codes = [...shown.codes.map(normalize), ...words].filter((code) => code !== "");
  return [
    ...links.map((value) => ({ kind: "link" as const, value })),
    ...findScarce(amounts, seen, given).map((value) => ({ kind: "amount" as const, value })),
    ...findScarce(codes, seen, given).map((value) => ({ kind: "code" as const, value })),
  ];
}

interface Shown {
  readonly links: Set<string>;
  readonly codes: string[];
  text: string;
}

function read(nodes: readonly VisibleNode[], shown: Shown): void {
  for (const node of nodes) {
    if (typeof node === "string") {
      shown.text += node;
      continue;
    }
    const address = node.name === "a" ? readAddress(node) : undefined;
    if (address !== undefined) shown.links.add(address);
    const isApart = blockElements.has(node.name) || node.name === "br";
    if (isApart) shown.text += "\n";
    // An image parts what stands on both sides of it.
    if (node.name === "img") shown.text += "\n";
    const start = shown.text.length;
    read(node.children, shown);
    if (codeElements.test(node.name)) shown.codes.push(...shown.text.slice(start).split("\n"));
    if (isApart) shown.text += "\n";
  }
}

/** Values that one text has less often than another. */
function findScarce(values: readonly string[], seen: string, given: string): string[] {
  return [...new Set(values)].filter((value) => count(given, value) < count(seen, value));
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function normalize(text: string): string {
  return plainCharacters(text)
    .replace(directionMarks, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
