/** A text in a page, before its ground is known. */
export interface PageText {
  readonly index: number;
  /** As `getComputedStyle` has it: `rgb(30, 28, 25)`. */
  readonly color: string;
  /** Of the element and all around it, from 0 to 1. */
  readonly opacity: number;
  readonly fontSizePx: number;
  readonly fontWeight: number;
  /** Of its lines, in CSS pixels of the page: left, top, width, height. */
  readonly lines: readonly (readonly [number, number, number, number])[];
}

/** A picture in a page. */
export interface PageImage {
  readonly index: number;
  /** In CSS pixels of the page: left, top, width, height. */
  readonly box: readonly [number, number, number, number];
}

/** What a page holds. */
export interface PageTexts {
  readonly elementCount: number;
  readonly texts: readonly PageText[];
  /** Those that are loaded. */
  readonly images: readonly PageImage[];
}

/** Runs in the page: finds the texts that are shown, and where they are. */
export const collectTexts = `(() => {
  const mostLines = 6;
  const all = [...document.querySelectorAll("*")];
  const texts = [];
  for (const [index, element] of all.entries()) {
    const own = [...element.childNodes].filter(
      (node) => node.nodeType === 3 && /[\\p{L}\\p{N}]/u.test(node.data),
    );
    if (own.length === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    const lines = own.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    });
    const shown = lines.filter(({ width, height }) => width >= 2 && height >= 2);
    if (shown.length === 0) continue;
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    texts.push({
      index, color, opacity,
      fontSizePx: Number.parseFloat(fontSize),
      fontWeight: Number(fontWeight),
      lines: shown.slice(0, mostLines).map(({ left, top, width, height }) => [
        left + scrollX, top + scrollY, width, height,
      ]),
    });
  }
  const images = [...all.entries()].flatMap(([index, element]) => {
    if (!(element instanceof HTMLImageElement) || element.naturalWidth < 2) return [];
    const { left, top, width, height } = element.getBoundingClientRect();
    const isSmall = width < 8 || height < 8;
    return isSmall ? [] : [{ index, box: [left + scrollX, top + scrollY, width, height] }];
  });
  return { elementCount: all.length, texts, images };
})()`;

/** Runs in the page: takes the letters away, and leaves what is behind them. */
export const hideLetters = `(() => {
  const style = document.createElement("style");
  style.id = "letterpress-no-letters";
  style.textContent = "*,*::before,*::after{color:transparent!important;-webkit-text-fill-color:transparent!important;text-shadow:none!important;text-decoration-color:transparent!important;transition:none!important;animation:none!important}";
  document.documentElement.append(style);
})()`;

/** Runs in the page: brings the letters back. */
export const showLetters = `document.getElementById("letterpress-no-letters")?.remove()`;
