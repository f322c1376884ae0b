/** Colours of text. */
export const inks = [
  "ink",
  "muted",
  "link",
  "onButton",
  "noticeInk",
  "dangerInk",
  "successInk",
] as const;

/**
 * Colours of surfaces: around the sheet, the sheet, a panel on it (code box, pictures, quotes),
 * the button, the part of a progress bar that is done and that is to come, and the callouts.
 */
export const fills = [
  "page",
  "card",
  "well",
  "button",
  "done",
  "toCome",
  "noticeFill",
  "dangerFill",
  "successFill",
] as const;

/** Colours of borders. */
export const lines = ["line", "noticeLine", "dangerLine", "successLine"] as const;

export type Ink = (typeof inks)[number];
export type Fill = (typeof fills)[number];
export type Line = (typeof lines)[number];

/** Light values stand inline in every element; dark ones in a style block. */
export type Palette = Readonly<Record<Ink | Fill | Line, string>>;

const light: Palette = {
  page: "#f4f1ea",
  card: "#ffffff",
  well: "#f8f6f1",
  line: "#e5e0d5",
  ink: "#1e1c19",
  muted: "#69635a",
  link: "#2a45a6",
  button: "#2a45a6",
  onButton: "#ffffff",
  done: "#2a45a6",
  toCome: "#e5e0d5",
  noticeFill: "#fdf4da",
  noticeLine: "#efdca6",
  noticeInk: "#664a08",
  dangerFill: "#fdeeeb",
  dangerLine: "#f3cdc6",
  dangerInk: "#93281a",
  successFill: "#e8f4ea",
  successLine: "#bfdfc6",
  successInk: "#1b5c36",
};

const dark: Palette = {
  page: "#131210",
  card: "#1d1b18",
  well: "#27241f",
  line: "#3a362f",
  ink: "#f4f0e8",
  muted: "#b0a899",
  link: "#aebdff",
  button: "#4a64d0",
  onButton: "#ffffff",
  done: "#8c9ff2",
  toCome: "#3a362f",
  noticeFill: "#33290f",
  noticeLine: "#54451c",
  noticeInk: "#f5d98b",
  dangerFill: "#3a1c17",
  dangerLine: "#5f2e26",
  dangerInk: "#ffb8ab",
  successFill: "#15301f",
  successLine: "#285238",
  successInk: "#a5dcb7",
};

/** Both palettes. */
export const palette = { light, dark } as const;

/** Which ink may stand on which fill; each pair is AA for text (4.5 : 1) in both palettes. */
export const contrastPairs: readonly (readonly [Ink, Fill])[] = [
  ["ink", "card"],
  ["ink", "well"],
  ["ink", "page"],
  ["muted", "card"],
  ["muted", "well"],
  ["muted", "page"],
  ["link", "card"],
  ["link", "well"],
  ["link", "page"],
  ["onButton", "button"],
  ["noticeInk", "noticeFill"],
  ["dangerInk", "dangerFill"],
  ["successInk", "successFill"],
];

/** Unquoted on purpose: a quote costs six octets in a style attribute. */
export const fonts = {
  sans: "-apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif",
  serif: "Georgia, Times New Roman, serif",
  mono: "SFMono-Regular, Menlo, Consolas, Courier New, monospace",
} as const;

/** Type sizes with their leading, px. */
export const type = {
  title: { fontFamily: fonts.serif, fontSize: 28, lineHeight: "36px", fontWeight: 400 },
  heading: { fontFamily: fonts.sans, fontSize: 16, lineHeight: "24px", fontWeight: 600 },
  figure: { fontFamily: fonts.sans, fontSize: 20, lineHeight: "24px", fontWeight: 600 },
  body: { fontFamily: fonts.sans, fontSize: 16, lineHeight: "26px" },
  small: { fontFamily: fonts.sans, fontSize: 14, lineHeight: "22px" },
  fine: { fontFamily: fonts.sans, fontSize: 13, lineHeight: "20px" },
} as const;

/** Distances, px. */
export const space = { xs: 4, s: 8, m: 16, l: 24, xl: 32, xxl: 40 } as const;

/** Corner radii, px. */
export const radius = { small: 6, medium: 8, large: 14 } as const;

/** Width of the sheet on a desktop, and the screen width below which it becomes a phone's, px. */
export const width = { sheet: 600, phone: 600 } as const;
