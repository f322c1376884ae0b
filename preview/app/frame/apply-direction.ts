/** Directions as the author wrote them, by element. */
const originals = new WeakMap<Element, string | null>();

/**
 * Turns a document right-to-left, as a translation into Arabic or Hebrew would have it, or gives it
 * its own direction back. Parts that state a direction of their own keep it.
 */
export function applyDirection(document: Document, rtl: boolean): void {
  for (const element of [document.documentElement, document.body]) {
    if (!element) continue;
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
