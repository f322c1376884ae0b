/** Properties whose page of caniemail is not simply called after them. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^margin-(inline|block)$/, "css-margin-inline-block"],
  [/^margin-inline-(start|end)$/, "css-margin-inline-start-end"],
  [/^margin-block-(start|end)$/, "css-margin-block-start-end"],
  [/^padding-(inline|block)$/, "css-padding-inline-block"],
  [/^padding-inline-(start|end)$/, "css-padding-inline-start-end"],
  [/^padding-block-(start|end)$/, "css-padding-block-start-end"],
  [/^border-(top|bottom)-(left|right)-radius$/, "css-border-radius"],
  [/^border-(start|end)-(start|end)-radius$/, "css-border-radius-logical"],
  [/^border-(inline|block)$/, "css-border-inline-block"],
  [/^border-image/, "css-border-image"],
  [/^border-(top|right|bottom|left|width|style|color)/, "css-border"],
  [/^margin-/, "css-margin"],
  [/^padding-/, "css-padding"],
  [/^(left|right|top|bottom)$/, "css-left-right-top-bottom"],
  [/^overflow-[xy]$/, "css-overflow"],
  [/^outline-(color|style|width)$/, "css-outline"],
  [/^animation-/, "css-animation"],
  [/^transition-/, "css-transition"],
  [/^(columns|column-(width|fill|rule|span))/, "css-column-layout-properties"],
  [/^(row|column)-gap$/, "css-gap"],
  [/^grid-template/, "css-grid-template"],
  [/^mask(-image)?$/, "css-mask-image"],
  [/^(inline|block)-size$/, "css-block-inline-size"],
];

/** What a value may hold that has a page of its own. */
const valueFeatures: readonly (readonly [RegExp, string])[] = [
  [/\blinear-gradient\(/, "css-linear-gradient"],
  [/\bradial-gradient\(/, "css-radial-gradient"],
  [/\bconic-gradient\(/, "css-conic-gradient"],
  [/\bvar\(/, "css-variables"],
  [/\bcalc\(/, "css-unit-calc"],
  [/\bclamp\(/, "css-function-clamp"],
  [/(^|[^-\w])max\(/, "css-function-max"],
  [/(^|[^-\w])min\(/, "css-function-min"],
  [/\blight-dark\(/, "css-function-light-dark"],
  [/\b(oklch|oklab|lab|lch|hwb|color)\(/, "css-modern-color"],
  [/\brgba\(/, "css-rgba"],
  [/\d(rem)\b/, "css-unit-rem"],
  [/\d(vh)\b/, "css-unit-vh"],
  [/\d(vw)\b/, "css-unit-vw"],
  [/\d(vmin)\b/, "css-unit-vmin"],
  [/\d(vmax)\b/, "css-unit-vmax"],
  [/\d(ch)\b/, "css-unit-ch"],
  [/^(max-content|min-content|fit-content)$/, "css-intrinsic-size"],
];

/** What a declaration asks of a client, as slugs of caniemail, the property itself first. */
export function declarationFeatures(property: string, value: string): readonly string[] {
  const name = property.toLowerCase();
  const text = value.toLowerCase();
  if (name.startsWith("--")) return ["css-variables"];
  const own = families.find(([pattern]) => pattern.test(name))?.[1] ?? `css-${name}`;
  const inValue = valueFeatures.filter(([pattern]) => pattern.test(text)).map(([, slug]) => slug);
  return [...(name === "display" ? [displayFeature(text)] : [own]), ...inValue];
}

/** What a media query asks of a client. */
export function mediaFeatures(query: string): readonly string[] {
  const asked = (
    [
      [/prefers-color-scheme/, "css-at-media-prefers-color-scheme"],
      [/prefers-reduced-motion/, "css-at-media-prefers-reduced-motion"],
      [/\b(any-)?hover\b/, "css-at-media-hover"],
      [/orientation/, "css-at-media-orientation"],
      [/device-pixel-ratio|resolution/, "css-at-media-device-pixel-ratio"],
    ] as const
  ).filter(([pattern]) => pattern.test(query.toLowerCase()));
  return ["css-at-media", ...asked.map(([, slug]) => slug)];
}

/** What a selector asks of a client. */
export function selectorFeatures(selector: string): readonly string[] {
  const bare = selector.replace(/"[^"]*"|'[^']*'/g, "").replace(/\[[^\]]*\]/g, "[]");
  const slugs = [...bare.matchAll(/(::?)([a-z-]+)/g)].map(([, colons, name = ""]) =>
    colons === "::" || legacyElements.has(name)
      ? `css-pseudo-element-${name}`
      : `css-pseudo-class-${name}`,
  );
  if (bare.includes("[]")) slugs.push("css-selector-attribute");
  if (bare.includes(">")) slugs.push("css-selector-child");
  if (bare.includes("+")) slugs.push("css-selector-adjacent-sibling");
  if (bare.includes("~")) slugs.push("css-selector-general-sibling");
  if (/(^|[\s>+~,(])\*/.test(bare)) slugs.push("css-selector-universal");
  return slugs;
}

/** Pseudo-elements that may be written with one colon, as CSS 2 had them. */
const legacyElements = new Set(["before", "after", "first-letter", "first-line"]);

function displayFeature(value: string): string {
  if (/^(inline-)?flex$/.test(value)) return "css-display-flex";
  if (/^(inline-)?grid$/.test(value)) return "css-display-grid";
  return value === "none" ? "css-display-none" : "css-display";
}
