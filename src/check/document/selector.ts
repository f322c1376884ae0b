import type { EmailElement } from "./element.ts";

interface Compound {
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [name: string, operator: string, value: string])[];
  /** How the element before it stands to it. */
  readonly combinator: " " | ">";
}

/** A selector that can be matched. */
export interface Selector {
  readonly compounds: readonly Compound[];
  /** Of ids, classes and tags, as one number. */
  readonly specificity: number;
}

const piece =
  /\s*([>+~])\s*|(\s+)|(::?[\w-]+(?:\([^)]*\))?)|\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*["']?([^"'\]]*)["']?\s*i?)?\s*\]|\.((?:[\w-]|\\.|[^\0-\x7f])+)|#((?:[\w-]|\\.)+)|(\*)|([\w-]+)/gy;

/**
 * Reads a selector of tags, classes, ids, attributes, ` ` and `>`.
 *
 * @returns undefined for one with a pseudo-class, a pseudo-element or a sibling in it: such a state
 * is not what a reader meets first
 */
export function parseSelector(text: string): Selector | undefined {
  const source = text.trim();
  const compounds: Compound[] = [];
  let current: { -readonly [Key in keyof Compound]: Compound[Key] } = empty(" ");
  let specificity = 0;
  piece.lastIndex = 0;
  while (piece.lastIndex < source.length) {
    const match = piece.exec(source);
    if (!match || match[0] === "") return undefined;
    const [, combinator, space, pseudo, name, operator, value, cls, id, star, tag] = match;
    if (pseudo === ":root") current.tag = "html";
    else if (pseudo !== undefined || combinator === "+" || combinator === "~") return undefined;
    if (combinator !== undefined || space !== undefined) {
      compounds.push(current);
      current = empty(combinator === ">" ? ">" : " ");
    }
    if (name !== undefined) {
      current.attributes = [
        ...current.attributes,
        [name.toLowerCase(), operator ?? "", value ?? ""],
      ];
    }
    if (cls !== undefined) current.classes = [...current.classes, plainName(cls)];
    if (id !== undefined) current.id = plainName(id);
    if (tag !== undefined) current.tag = tag.toLowerCase();
    specificity += id ? 10_000 : cls || name || pseudo ? 100 : tag && !star ? 1 : 0;
  }
  compounds.push(current);
  return { compounds, specificity };
}

function empty(combinator: Compound["combinator"]): Compound {
  return { tag: undefined, id: undefined, classes: [], attributes: [], combinator };
}

function plainName(name: string): string {
  return name.replace(/\\(.)/g, "$1");
}

/** Classes of an element. */
export function classesOf(element: EmailElement): readonly string[] {
  return element.attributes.get("class")?.split(/\s+/) ?? [];
}

/** Whether a selector selects an element. */
export function matches({ compounds }: Selector, element: EmailElement): boolean {
  return matchesFrom(compounds, compounds.length - 1, element);
}

function matchesFrom(compounds: readonly Compound[], at: number, element: EmailElement): boolean {
  const compound = compounds[at] as Compound;
  if (!matchesCompound(compound, element)) return false;
  if (at === 0) return true;
  for (let around = element.parent; around; around = around.parent) {
    if (matchesFrom(compounds, at - 1, around)) return true;
    if (compound.combinator === ">") return false;
  }
  return false;
}

function matchesCompound(compound: Compound, element: EmailElement): boolean {
  const { tag, id, classes, attributes } = compound;
  if (tag !== undefined && tag !== element.name) return false;
  if (id !== undefined && element.attributes.get("id") !== id) return false;
  if (classes.length > 0) {
    const own = classesOf(element);
    if (!classes.every((name) => own.includes(name))) return false;
  }
  return attributes.every(([name, operator, value]) => {
    const own = element.attributes.get(name);
    if (own === undefined) return false;
    if (operator === "") return true;
    if (operator === "=") return own === value;
    if (operator === "^=") return own.startsWith(value);
    if (operator === "$=") return own.endsWith(value);
    if (operator === "*=") return own.includes(value);
    return own.split(operator === "|=" ? "-" : /\s+/).includes(value);
  });
}
