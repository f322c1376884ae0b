import type { CheckedEmail } from "./checked-email.ts";
import { type Color, contrast, faded, over, toHex } from "./color.ts";
import type { EmailElement } from "./element.ts";
import type { ShownStyle } from "./shown-style.ts";

/** Text that is too close to its ground. */
export interface LowContrast {
  readonly element: EmailElement;
  readonly ratio: number;
  readonly needed: number;
  /** `#777777 on #ffffff`. */
  readonly pair: string;
  readonly text: string;
}

/** @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
const usual = 4.5;
const large = 3;

/** Whether letters are large in WCAG's sense: 24 px, or 18.66 px and bold. */
function isLarge({
  fontSizePx,
  fontWeight,
}: Pick<ShownStyle, "fontSizePx" | "fontWeight">): boolean {
  return fontSizePx >= 24 || (fontSizePx >= 18.66 && fontWeight >= 700);
}

/**
 * Texts whose contrast is too low, by an estimate over the styles that apply. Where an image is
 * behind, nothing is known.
 *
 * @param recolor what a client makes of the colours
 */
export function findLowContrast(
  email: CheckedEmail,
  styleOf: (element: EmailElement) => ShownStyle,
  recolor: (color: Color, role: "text" | "ground") => Color = (color) => color,
): readonly LowContrast[] {
  const found: LowContrast[] = [];
  for (const element of email.shown) {
    const text = email.ownText(element);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const style = styleOf(element);
    if (style.ground === undefined || style.fontSizePx < 2) continue;
    const ground = recolor(style.ground, "ground");
    const color = over(faded(recolor(style.color, "text"), style.opacity), ground);
    const ratio = contrast(color, ground);
    const needed = isLarge(style) ? large : usual;
    // Half a hundredth is a matter of rounding.
    if (ratio + 0.005 >= needed) continue;
    found.push({ element, ratio, needed, pair: `${toHex(color)} on ${toHex(ground)}`, text });
  }
  return found;
}

/**
 * The same of what a browser showed, pictures and gradients behind it included.
 *
 * @returns undefined where no browser was asked, or it had another document
 */
export function findSeenLow(
  email: CheckedEmail,
  scheme: "light" | "dark",
): readonly LowContrast[] | undefined {
  const { seen, elements } = email;
  if (!seen || seen.elementCount !== elements.length) return undefined;
  return seen[scheme].flatMap(({ index, color, ground, ...font }) => {
    const element = elements[index];
    if (!element || !email.isShown(element) || font.fontSizePx < 2) return [];
    const ratio = contrast(color, ground);
    const needed = isLarge(font) ? large : usual;
    if (ratio + 0.005 >= needed) return [];
    const pair = `${toHex(color)} on ${toHex(ground)}`;
    return [{ element, ratio, needed, pair, text: email.ownText(element) }];
  });
}
