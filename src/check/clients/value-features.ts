/** A value that a client may not know, what caniemail calls it, and how one says it. */
export interface ValueFeature {
  readonly pattern: RegExp;
  readonly slug: string;
  readonly name: string;
}

/** Values that make a client drop the whole declaration. */
export const valueFeatures: readonly ValueFeature[] = [
  { pattern: /\bvar\(/i, slug: "css-variables", name: "var()" },
  { pattern: /\bcalc\(/i, slug: "css-unit-calc", name: "calc()" },
  { pattern: /\bclamp\(/i, slug: "css-function-clamp", name: "clamp()" },
  { pattern: /(?:^|[^-\w])max\(/i, slug: "css-function-max", name: "max()" },
  { pattern: /(?:^|[^-\w])min\(/i, slug: "css-function-min", name: "min()" },
  { pattern: /\blight-dark\(/i, slug: "css-function-light-dark", name: "light-dark()" },
  {
    pattern: /\b(?:oklch|oklab|lab|lch|hwb|color|color-mix)\(/i,
    slug: "css-modern-color",
    name: "colours beyond rgb()",
  },
  { pattern: /\d(?:vmin)\b/i, slug: "css-unit-vmin", name: "vmin" },
  { pattern: /\d(?:vmax)\b/i, slug: "css-unit-vmax", name: "vmax" },
  { pattern: /\d(?:[sdl]?vh)\b/i, slug: "css-unit-vh", name: "vh" },
  { pattern: /\d(?:[sdl]?vw)\b/i, slug: "css-unit-vw", name: "vw" },
  { pattern: /\d(?:ch)\b/i, slug: "css-unit-ch", name: "ch" },
  { pattern: /\drem\b/i, slug: "css-unit-rem", name: "rem" },
];

/** Properties whose loss a reader meets: colours, sizes and distances. */
export const felt =
  /^(?:color|background(?:-color)?|font(?:-size)?|line-height|width|height|max-width|min-width|padding(?:-\w+)?|margin(?:-\w+)?|border(?:-(?!radius)\w+)*|gap)$/;
