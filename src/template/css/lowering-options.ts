/** Feature flags of lightningcss, which exports them as a value only. */
const features = {
  nesting: 1,
  notSelectorList: 2,
  dirSelector: 4,
  langSelectorList: 8,
  isSelector: 16,
  textDecorationThicknessPercent: 32,
  mediaIntervalSyntax: 64,
  mediaRangeSyntax: 128,
  clampFunction: 512,
  colorFunction: 1024,
  oklabColors: 2048,
  labColors: 4096,
  p3Colors: 8192,
  hexAlphaColors: 16_384,
  spaceSeparatedColorNotation: 32_768,
  fontFamilySystemUi: 65_536,
  doublePositionGradients: 131_072,
  vendorPrefixes: 262_144,
  logicalProperties: 524_288,
  lightDark: 1_048_576,
} as const;

/** What Gmail and Outlook do not parse, and lightningcss can write another way. */
const lowered =
  features.nesting |
  features.mediaIntervalSyntax |
  features.mediaRangeSyntax |
  features.colorFunction |
  features.oklabColors |
  features.labColors |
  features.p3Colors |
  features.hexAlphaColors |
  features.spaceSeparatedColorNotation;

/** What the author wrote for clients that do know it, and is none of our business. */
const kept =
  features.notSelectorList |
  features.dirSelector |
  features.langSelectorList |
  features.isSelector |
  features.textDecorationThicknessPercent |
  features.clampFunction |
  features.fontFamilySystemUi |
  features.doublePositionGradients |
  features.vendorPrefixes |
  features.logicalProperties |
  features.lightDark;

/**
 * Options for every pass. The ancient target makes lightningcss keep declarations that are there as
 * a fallback (`height:100%;height:100dvh`), which it would otherwise fold into the last one; the
 * exclusions keep it from rewriting anything else for that target. Compact, since no one reads it.
 */
export const loweringOptions = {
  filename: "style.css",
  minify: true,
  include: lowered,
  exclude: kept,
  targets: { ie: 8 << 16 },
} as const;

/** The same for the pass that only takes rules out of rules: every value stays as it is. */
export const flatteningOptions = {
  ...loweringOptions,
  include: features.nesting,
  exclude: kept | (lowered & ~features.nesting),
} as const;
