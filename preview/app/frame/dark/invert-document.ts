import {
  attributeOf,
  findAllIn,
  matches,
  ownStyleOf,
  parentOf,
  rootOf,
  setAttribute,
  styleSheetsOf,
  viewOf,
} from "../email-dom.ts";
import { type Colour, formatColour, over, parseColour } from "./colour.ts";
import { darkTable, type Inversion, repaint, turn } from "./repaint.ts";

/** One change of one element's own style. */
interface Stroke {
  readonly element: HTMLElement;
  readonly property: string;
  readonly value: string;
}

/** What an element's own style said before, by document. */
const undone = new WeakMap<Document, (() => void)[]>();

/** What Outlook.com marks repainted elements with, and authors write rules for. */
const marks = { color: "data-ogsc", "background-color": "data-ogsb" } as const;

/**
 * Repaints a document as a client would that makes emails dark by itself. Pictures stay as they are.
 * Where the author wrote rules for Outlook.com's marks (`[data-ogsc] …`), those decide.
 */
export function invertDocument(document: Document, inversion: Inversion): void {
  restoreDocument(document);
  const undo: (() => void)[] = [];
  undone.set(document, undo);
  const root = rootOf(document);
  if (!root) return;
  // A client has a light ground and black letters, whatever the email says that it knows.
  write(undo, { element: root, property: "color-scheme", value: "light" });
  const strokes = plan(document, root, inversion);
  const isMarked = inversion === "partial" ? mark(undo, document, strokes) : () => false;
  for (const stroke of strokes) if (!isMarked(stroke)) write(undo, stroke);
}

/** Gives a document its own colours back. */
export function restoreDocument(document: Document): void {
  for (const undo of undone.get(document)?.reverse() ?? []) undo();
  undone.delete(document);
}

/** Reads everything before anything is written: a style read after a write is calculated anew. */
function plan(document: Document, root: HTMLElement, inversion: Inversion): Stroke[] {
  const view = viewOf(document);
  const table = darkTable[inversion];
  const strokes: Stroke[] = [
    { element: root, property: "background-color", value: formatColour(table) },
  ];
  const grounds = new Map<Element | null, Colour>([[null, table]]);
  for (const element of findAllIn(document, "body, body *")) {
    const style = view?.getComputedStyle(element);
    if (!style) break;
    const below = grounds.get(parentOf<Element>(element)) ?? table;
    const ground = parseColour(style.backgroundColor);
    const text = parseColour(style.color);
    const painted = repaint(
      inversion,
      { text: text ?? opaqueBlack, ground: ground ?? clear },
      below,
    );
    grounds.set(element, over(painted.ground, below));
    if (ground && ground.a > 0) push(strokes, element, "background-color", ground, painted.ground);
    if (text) push(strokes, element, "color", text, painted.text);
    if (inversion === "full") pushBorders(strokes, element, style);
  }
  return strokes;
}

const opaqueBlack: Colour = { r: 0, g: 0, b: 0, a: 1 };
const clear: Colour = { r: 0, g: 0, b: 0, a: 0 };

/** A text that stays is written too: the one around it may change, and would be inherited. */
function push(
  strokes: Stroke[],
  element: HTMLElement,
  property: string,
  before: Colour,
  after: Colour,
): void {
  const value = formatColour(after);
  if (property === "color" || value !== formatColour(before)) {
    strokes.push({ element, property, value });
  }
}

/** Guessed: what is not text nor ground is turned along with them. */
function pushBorders(strokes: Stroke[], element: HTMLElement, style: CSSStyleDeclaration): void {
  for (const side of ["top", "right", "bottom", "left"] as const) {
    const property = `border-${side}-color`;
    if (style.getPropertyValue(`border-${side}-style`) === "none") continue;
    const colour = parseColour(style.getPropertyValue(property));
    if (colour) push(strokes, element, property, colour, turn(colour));
  }
}

/** @returns whether a rule of the author's decides in place of a stroke */
function mark(
  undo: (() => void)[],
  document: Document,
  strokes: readonly Stroke[],
): (stroke: Stroke) => boolean {
  const rules = findMarkRules(document);
  if (rules.length === 0) return () => false;
  for (const { element, property, value } of strokes) {
    const name = marks[property as keyof typeof marks];
    if (!name || attributeOf(element, name) !== null) continue;
    setAttribute(element, name, value);
    undo.push(() => setAttribute(element, name, null));
  }
  return ({ element, property }) =>
    rules.some(
      ({ selector, properties }) => properties.has(property) && matches(element, selector),
    );
}

function findMarkRules(document: Document) {
  return styleSheetsOf(document).flatMap((sheet) => {
    try {
      return [...sheet.cssRules].flatMap((rule) => {
        const { selectorText = "", style } = rule as CSSStyleRule;
        if (!/\[data-ogs[bc]/i.test(selectorText)) return [];
        return [{ selector: selectorText, properties: new Set([...style]) }];
      });
    } catch {
      // Of another origin: it may not be read.
      return [];
    }
  });
}

function write(undo: (() => void)[], { element, property, value }: Stroke): void {
  const before = attributeOf(element, "style");
  ownStyleOf(element)?.setProperty(property, value, "important");
  // The attribute as it was written: what the browser does not know stands in it too.
  undo.push(() => setAttribute(element, "style", before));
}
