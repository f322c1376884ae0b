import { colorNames } from "./color-names.ts";

/** A colour: channels from 0 to 255, alpha from 0 to 1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** White. */
export const white: Color = { red: 255, green: 255, blue: 255, alpha: 1 };

const known = new Map<string, Color | undefined>();
const names = new Map(
  colorNames.split(" ").map((pair) => pair.split(":") as [name: string, hex: string]),
);

/** An email has few colours, each many times. */
const mostKnown = 1_000;

/** Reads `#rgb`, `rgb()`, `hsl()` and names; undefined for anything else. */
export function parseColor(value: string): Color | undefined {
  if (known.has(value)) return known.get(value);
  if (known.size > mostKnown) known.clear();
  const color = readColor(value.trim().toLowerCase());
  known.set(value, color);
  return color;
}

function readColor(text: string): Color | undefined {
  if (text === "transparent") return { red: 0, green: 0, blue: 0, alpha: 0 };
  const named = names.get(text);
  const hex = /^#([\da-f]{3,8})$/.exec(named ? `#${named}` : text)?.[1];
  if (hex) return fromHex(hex);
  const call = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text);
  if (!call) return undefined;
  const parts = (call[2] ?? "").split(/[\s,/]+/).filter(Boolean);
  const numbers = parts.map((part) => Number.parseFloat(part));
  if (numbers.length < 3 || numbers.some(Number.isNaN)) return undefined;
  const alpha = numbers[3] === undefined ? 1 : numbers[3] / (parts[3]?.endsWith("%") ? 100 : 1);
  const [first = 0, second = 0, third = 0] = numbers;
  if (call[1] === "hsl") return { ...fromHsl(first, second / 100, third / 100), alpha };
  const scale = (at: number, number: number) => (parts[at]?.endsWith("%") ? number * 2.55 : number);
  return { red: scale(0, first), green: scale(1, second), blue: scale(2, third), alpha };
}

function fromHex(hex: string): Color | undefined {
  const digits = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join("") : hex;
  if (digits.length !== 6 && digits.length !== 8) return undefined;
  const at = (index: number) => Number.parseInt(digits.slice(index, index + 2), 16);
  return { red: at(0), green: at(2), blue: at(4), alpha: digits.length === 8 ? at(6) / 255 : 1 };
}

function fromHsl(hue: number, saturation: number, lightness: number): Color {
  const channel = (shift: number) => {
    const k = (shift + hue / 30) % 12;
    const spread = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), alpha: 1 };
}

/** A colour in a group of that opacity. */
export function faded(color: Color, opacity: number): Color {
  return opacity === 1 ? color : { ...color, alpha: color.alpha * opacity };
}

/** A colour as it shows on another that is opaque. */
export function over(color: Color, ground: Color): Color {
  const mix = (own: number, below: number) => own * color.alpha + below * (1 - color.alpha);
  return {
    red: mix(color.red, ground.red),
    green: mix(color.green, ground.green),
    blue: mix(color.blue, ground.blue),
    alpha: 1,
  };
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance({ red, green, blue }: Color): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** From 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour with its lightness turned around, hue and saturation kept: what a forced dark mode does. */
export function invertLightness({ red, green, blue, alpha }: Color): Color {
  const shift = 255 - Math.max(red, green, blue) - Math.min(red, green, blue);
  return { red: red + shift, green: green + shift, blue: blue + shift, alpha };
}

/** `#1e1c19` */
export function toHex({ red, green, blue }: Color): string {
  const pair = (channel: number) => Math.round(channel).toString(16).padStart(2, "0");
  return `#${pair(red)}${pair(green)}${pair(blue)}`;
}
