/** A colour of sRGB: parts from 0 to 255, alpha from 0 to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** A colour as CIELAB sees it (D65): lightness from 0 to 100, and two axes that hold the hue. */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** White as the axes of XYZ have it, by the D65 illuminant of sRGB (IEC 61966-2-1). */
const white = { x: 0.95047, y: 1, z: 1.08883 } as const;

/**
 * Reads a colour as a computed style writes it.
 *
 * @returns null for what is none of sRGB: another colour space, which no client inverts
 */
export function parseColour(css: string): Colour | null {
  const inside = /^rgba?\(([^)]*)\)$/.exec(css.trim())?.[1];
  if (inside === undefined) return null;
  const [r, g, b, a = 1] = inside.split(/[\s,/]+/).map(readPart);
  if (r === undefined || g === undefined || b === undefined) return null;
  return [r, g, b, a].every(Number.isFinite) ? { r, g, b, a } : null;
}

/** Writes a colour for a style. */
export function formatColour({ r, g, b, a }: Colour): string {
  const parts = [r, g, b].map(Math.round).join(", ");
  return a === 1 ? `rgb(${parts})` : `rgba(${parts}, ${a})`;
}

/** What one sees of a colour that lies over an opaque one. */
export function over(top: Colour, below: Colour): Colour {
  const mix = (part: "r" | "g" | "b") => top[part] * top.a + below[part] * (1 - top.a);
  return { r: mix("r"), g: mix("g"), b: mix("b"), a: 1 };
}

/** The contrast of two opaque colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [toXyz(one).y, toXyz(other).y].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The lightness that the eye sees, from 0 to 100. */
export function lightness(colour: Colour): number {
  return toLab(colour).l;
}

/** The same hue at another lightness; what sRGB cannot show is brought to its edge. */
export function withLightness(colour: Colour, l: number): Colour {
  return { ...fromLab({ ...toLab(colour), l }), a: colour.a };
}

function toLab(colour: Colour): Lab {
  const { x, y, z } = toXyz(colour);
  const [fx, fy, fz] = [x / white.x, y / white.y, z / white.z].map((part) =>
    part > (6 / 29) ** 3 ? Math.cbrt(part) : part / (3 * (6 / 29) ** 2) + 4 / 29,
  ) as [number, number, number];
  return { l: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz) };
}

function fromLab({ l, a, b }: Lab): Colour {
  const fy = (l + 16) / 116;
  const [x, y, z] = [fy + a / 500, fy, fy - b / 200].map((part) =>
    part > 6 / 29 ? part ** 3 : 3 * (6 / 29) ** 2 * (part - 4 / 29),
  ) as [number, number, number];
  const [X, Y, Z] = [x * white.x, y * white.y, z * white.z];
  return {
    r: toGamma(3.2404542 * X - 1.5371385 * Y - 0.4985314 * Z),
    g: toGamma(-0.969266 * X + 1.8760108 * Y + 0.041556 * Z),
    b: toGamma(0.0556434 * X - 0.2040259 * Y + 1.0572252 * Z),
    a: 1,
  };
}

function toXyz({ r, g, b }: Colour): {
  readonly x: number;
  readonly y: number;
  readonly z: number;
} {
  const [R, G, B] = [r, g, b].map(toLinear) as [number, number, number];
  return {
    x: 0.4124564 * R + 0.3575761 * G + 0.1804375 * B,
    y: 0.2126729 * R + 0.7151522 * G + 0.072175 * B,
    z: 0.0193339 * R + 0.119192 * G + 0.9503041 * B,
  };
}

function toLinear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function toGamma(share: number): number {
  const curved = share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, curved * 255));
}

function readPart(part: string): number {
  return part.endsWith("%") ? Number(part.slice(0, -1)) / 100 : Number(part);
}
