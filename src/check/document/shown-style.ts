import type { Cascade } from "./cascade.ts";
import { type Color, faded, over, parseColor, white } from "./color.ts";
import type { EmailElement } from "./element.ts";
import type { OwnStyle } from "./rule-index.ts";

/** What a reader sees of an element's text. */
export interface ShownStyle {
  readonly color: Color;
  /** Behind it; undefined where an image or a gradient is, or no one can tell. */
  readonly ground: Color | undefined;
  /** Whether anything around it sets a ground. */
  readonly hasGround: boolean;
  /** How opaque it is, from 0 to 1, with all around it. */
  readonly opacity: number;
  readonly fontSizePx: number;
  readonly fontWeight: number;
  readonly textAlign: string;
  readonly textTransform: string;
  /** As a multiple of the font size; undefined for `normal`. */
  readonly lineHeight: number | undefined;
  readonly isUnderlined: boolean;
}

const headingSizes: Readonly<Record<string, number>> = {
  ...{ h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67 },
  ...{ small: 0.83, sub: 0.83, sup: 0.83, big: 1.2 },
};
/** Elements that look as they do without being told. */
const ownLook = /^(?:a|b|strong|th|h[1-6]|small|sub|sup|big|font)$/;
const bold = /^(?:b|strong|th|h[1-6])$/;
const linkColor: Color = { red: 0, green: 0, blue: 238, alpha: 1 };

/** What a mail shows where nothing is said: black on white, 16 px. */
export function rootStyle(ground: Color, color: Color): ShownStyle {
  return {
    ...{ color, ground, hasGround: false, opacity: 1, fontSizePx: 16, fontWeight: 400 },
    ...{ textAlign: "start", textTransform: "none", lineHeight: undefined, isUnderlined: false },
  };
}

/** Works out what is seen of an element from what applies to it and what is seen around it. */
export function showElement(
  element: EmailElement,
  own: OwnStyle,
  around: ShownStyle,
  isLinkDark: boolean,
): ShownStyle {
  if (own.size === 0 && element.attributes.size === 0 && !ownLook.test(element.name)) return around;
  const fontSizePx = readFontSize(element, own, around.fontSizePx);
  const opacity = around.opacity * readOpacity(own.get("opacity"));
  const decoration = own.get("text-decoration") ?? own.get("text-decoration-line");
  const isLink = element.name === "a" && element.attributes.has("href");
  return {
    color: readColor(element, own, around, isLink, isLinkDark),
    ...readGround(element, own, around, opacity),
    opacity,
    fontSizePx,
    fontWeight: readWeight(own.get("font-weight"), element, around),
    textAlign: own.get("text-align") ?? element.attributes.get("align") ?? around.textAlign,
    textTransform: own.get("text-transform") ?? around.textTransform,
    lineHeight: readLineHeight(own.get("line-height"), fontSizePx) ?? around.lineHeight,
    isUnderlined:
      decoration === undefined
        ? isLink || around.isUnderlined
        : /underline/.test(decoration) || (around.isUnderlined && !isLink),
  };
}

function readColor(
  { name, attributes }: EmailElement,
  own: OwnStyle,
  around: ShownStyle,
  isLink: boolean,
  isLinkDark: boolean,
): Color {
  const said = own.get("color") ?? (name === "font" ? attributes.get("color") : undefined);
  if (said === undefined) {
    return isLink
      ? isLinkDark
        ? { red: 158, green: 158, blue: 255, alpha: 1 }
        : linkColor
      : around.color;
  }
  return parseColor(said) ?? around.color;
}

function readGround(
  { attributes }: EmailElement,
  own: OwnStyle,
  around: ShownStyle,
  opacity: number,
): Pick<ShownStyle, "ground" | "hasGround"> {
  const { ground, hasGround } = around;
  const unchanged = { ground, hasGround };
  const shorthand = own.get("background");
  const image = own.get("background-image") ?? shorthand ?? attributes.get("background");
  if (image !== undefined && /url\(|gradient\(/i.test(image))
    return { ground: undefined, hasGround: true };
  if (attributes.has("background")) return { ground: undefined, hasGround: true };
  const said = own.get("background-color") ?? shorthand ?? attributes.get("bgcolor");
  if (said === undefined) return unchanged;
  const bare = /^[\da-f]{6}$/i.test(said) ? `#${said}` : said;
  const solid = parseColor(bare) ?? bare.split(/\s+/).map(parseColor).find(Boolean);
  const color = solid && faded(solid, opacity);
  if (color === undefined) {
    return /^(?:none|transparent|inherit|initial|unset|0)/i.test(said)
      ? unchanged
      : { ground: undefined, hasGround: true };
  }
  if (color.alpha === 0) return unchanged;
  if (around.ground === undefined)
    return { ground: color.alpha === 1 ? color : undefined, hasGround: true };
  return { ground: over(color, around.ground), hasGround: true };
}

/** `0.5` or `50%`; 1 for anything else. */
function readOpacity(said: string | undefined): number {
  const match = /^\s*([\d.]+)(%?)\s*$/.exec(said ?? "");
  if (!match) return 1;
  return Math.min(1, Number(match[1]) / (match[2] ? 100 : 1));
}

function readWeight(said: string | undefined, element: EmailElement, around: ShownStyle): number {
  if (said === "bold" || said === "bolder") return 700;
  if (said === "normal") return 400;
  const number = Number(said);
  if (number > 0) return number;
  return bold.test(element.name) ? 700 : around.fontWeight;
}

/** A length in px; undefined for what is none, or depends on what is not known. */
export function toPixels(value: string, fontSizePx: number): number | undefined {
  const match = /^([-+]?[\d.]+)\s*(px|pt|em|rem|%|)$/i.exec(value.trim());
  if (!match) return undefined;
  const number = Number(match[1]);
  if (Number.isNaN(number)) return undefined;
  switch (match[2]?.toLowerCase()) {
    case "px":
      return number;
    case "pt":
      return (number * 4) / 3;
    case "em":
      return number * fontSizePx;
    case "rem":
      return number * 16;
    case "%":
      return (number / 100) * fontSizePx;
    default:
      return number === 0 ? 0 : undefined;
  }
}

function readFontSize(element: EmailElement, own: OwnStyle, around: number): number {
  const shorthand = /(?:^|\s)([\d.]+(?:px|pt|em|rem|%))/i.exec(own.get("font") ?? "")?.[1];
  const said = own.get("font-size") ?? shorthand;
  const length = said === undefined ? undefined : toPixels(said, around);
  return length ?? around * (headingSizes[element.name] ?? 1);
}

function readLineHeight(said: string | undefined, fontSizePx: number): number | undefined {
  if (said === undefined) return undefined;
  if (/^[\d.]+$/.test(said.trim())) return Number(said);
  const length = toPixels(said, fontSizePx);
  return length === undefined || fontSizePx === 0 ? undefined : length / fontSizePx;
}

/** Whether an element hides itself and all that is in it. */
export function hidesItself(element: EmailElement, own: OwnStyle): boolean {
  if (element.attributes.has("hidden")) return true;
  if (own.size === 0) return false;
  if (own.get("display") === "none" || own.get("opacity") === "0") return true;
  if (/^(?:hidden|collapse)$/.test(own.get("visibility") ?? "")) return true;
  if (own.get("mso-hide") === "all" && own.get("font-size") === "0") return true;
  const isFlat = [own.get("max-height"), own.get("height")].some((value) =>
    /^0(?:px)?$/.test(value ?? ""),
  );
  return isFlat && /hidden|clip/.test(own.get("overflow") ?? "");
}

/** Asks a cascade for all elements, from the outside in. */
export function showAll(
  elements: readonly EmailElement[],
  cascade: Cascade,
  root: ShownStyle = rootStyle(white, { red: 0, green: 0, blue: 0, alpha: 1 }),
  isLinkDark = false,
): readonly ShownStyle[] {
  const shown: ShownStyle[] = [];
  for (const element of elements) {
    const around = element.parent ? (shown[element.parent.index] as ShownStyle) : root;
    shown.push(showElement(element, cascade.own(element), around, isLinkDark));
  }
  return shown;
}
