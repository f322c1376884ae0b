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
      if (original === undefined) originals.set(element, element.getAttribute("dir"));
      element.setAttribute("dir", "rtl");
    } else if (original !== undefined) {
      originals.delete(element);
      if (original === null) element.removeAttribute("dir");
      else element.setAttribute("dir", original);
    }
  }
}

/** The elements that hold the email as a whole. */
function wholes(document: Document): readonly Element[] {
  const { documentElement, body } = document;
  if (!body) return [documentElement];
  const half = countLetters(body) / 2;
  const stated = [...body.querySelectorAll("[dir]")].filter(
    (element) => countLetters(element) > half,
  );
  return [documentElement, body, ...stated];
}

function turned(document: Document): readonly Element[] {
  return [...document.querySelectorAll("[dir]")].filter((element) => originals.has(element));
}

/** Letters alone: a preheader's padding would outweigh the words. */
function countLetters({ textContent }: Element): number {
  return textContent?.match(/\p{L}/gu)?.length ?? 0;
}
