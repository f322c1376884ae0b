import {
  attributeOf,
  bodyOf,
  findAllBelow,
  findAllIn,
  rootOf,
  setAttribute,
  wordsOf,
} from "./email-dom.ts";

/** Directions as the author wrote them, by element. */
const originals = new WeakMap<Element, string | null>();

/**
 * Turns a document right-to-left, as a translation into Arabic or Hebrew would have it, or gives it
 * its own direction back. Parts that state a direction of their own keep it.
 */
export function applyDirection(document: Document, rtl: boolean): void {
  for (const element of rtl ? wholes(document) : turned(document)) {
    const original = originals.get(element);
    if (rtl) {
      if (original === undefined) originals.set(element, attributeOf(element, "dir"));
      setAttribute(element, "dir", "rtl");
    } else if (original !== undefined) {
      originals.delete(element);
      setAttribute(element, "dir", original);
    }
  }
}

/** The elements that hold the email as a whole. */
function wholes(document: Document): readonly Element[] {
  const root = rootOf(document);
  const body = bodyOf(document);
  if (!root) return [];
  if (!body) return [root];
  const half = countLetters(body) / 2;
  const stated = findAllBelow(body, "[dir]").filter((element) => countLetters(element) > half);
  return [root, body, ...stated];
}

function turned(document: Document): readonly Element[] {
  return findAllIn(document, "[dir]").filter((element) => originals.has(element));
}

/** Letters alone: a preheader's padding would outweigh the words. */
function countLetters(element: Element): number {
  return wordsOf(element).match(/\p{L}/gu)?.length ?? 0;
}
