import { oneOf } from "./one-of.ts";

/**
 * How dark the email is shown. `dark` is what its author wrote for dark mode; `partial` and `full`
 * are what clients do to emails by themselves: Outlook.com turns light grounds dark, Gmail on iOS
 * turns everything.
 */
export type EmailTheme = (typeof emailThemes)[number];

/** Every theme in the order of its key. */
export const emailThemes = ["light", "dark", "partial", "full"] as const;

/** `desktop` fills the table, `both` lays a phone beside it, a number is a width in px. */
export type FrameWidth = "desktop" | "both" | number;

/** `table` fills the table, `full` is as tall as the email, a number is a height in px. */
export type FrameHeight = "table" | "full" | number;

/** Per cent, or as much as lets every sheet fit the table's width. */
export type FrameZoom = "fit" | number;

/** A client whose treatment of an email is played through. */
export type ClientName = (typeof clientNames)[number];

/** The clients in the order of their menu. */
export const clientNames = ["gmail", "gmail-other", "outlook"] as const;

/** What lies beside the email: itself in the other theme, another variant, another locale. */
export type Beside = "theme" | `variant:${string}` | `locale:${string}`;

/** How the frame shows what is in it. */
export interface FrameLook {
  readonly theme: EmailTheme;
  readonly width: FrameWidth;
  readonly height: FrameHeight;
  readonly zoom: FrameZoom;
  /** False: as a client shows it that loads none. */
  readonly images: boolean;
  /** Null: as it is sent. */
  readonly client: ClientName | null;
  /** Null: nothing. A width of `both` is a pair already and goes before. */
  readonly beside: Beside | null;
  /** Turned right-to-left, whatever the email says of itself. */
  readonly rtl: boolean;
}

/** Width of the phone, px: what most phones report. */
export const phoneWidth = 375;

/** Narrowest and widest frame that a URL may ask for, px. */
export const frameWidthRange = { min: 240, max: 2000 } as const;

/** Lowest and tallest frame that a URL may ask for, px. */
export const frameHeightRange = { min: 160, max: 4000 } as const;

/** Least and most zoom, per cent. */
const zoomRange = { min: 25, max: 200 } as const;

/** How an email is shown unless one chooses. */
export const plainLook: FrameLook = {
  theme: "light",
  width: "desktop",
  height: "table",
  zoom: 100,
  images: true,
  client: null,
  beside: null,
  rtl: false,
};

/** Reads a look from a query; what it does not know falls back. */
export function parseLook(query: URLSearchParams): FrameLook {
  return {
    theme: oneOf(emailThemes, query.get("theme")) ?? "light",
    width: parseWidth(query.get("width")),
    height: parseHeight(query.get("height")),
    zoom: parseZoom(query.get("zoom")),
    images: query.get("images") !== "off",
    client: oneOf(clientNames, query.get("client")) ?? null,
    beside: parseBeside(query.get("beside")),
    rtl: query.get("dir") === "rtl",
  };
}

/** Writes what differs from {@link plainLook} into a query. */
export function writeLook(look: FrameLook, query: URLSearchParams): void {
  if (look.theme !== "light") query.set("theme", look.theme);
  if (look.width !== "desktop") query.set("width", String(look.width));
  if (look.height !== "table") query.set("height", String(look.height));
  if (look.zoom !== 100) query.set("zoom", String(look.zoom));
  if (!look.images) query.set("images", "off");
  if (look.client !== null) query.set("client", look.client);
  if (look.beside !== null) query.set("beside", look.beside);
  if (look.rtl) query.set("dir", "rtl");
}

/** What stays of a look on another email: that has variants and locales of its own. */
export function lookElsewhere(look: FrameLook): FrameLook {
  const { theme, width, height, zoom, images, client, rtl } = look;
  const beside = look.beside === "theme" ? look.beside : null;
  return { theme, width, height, zoom, images, client, beside, rtl };
}

/** The nearest width that a frame may have, in whole px. */
function clampWidth(width: number): number {
  return clamp(width, frameWidthRange);
}

/** The nearest height that a frame may have, in whole px. */
function clampHeight(height: number): number {
  return clamp(height, frameHeightRange);
}

function parseWidth(value: string | null): FrameWidth {
  if (value === "both") return "both";
  if (value === "phone") return phoneWidth;
  const width = readNumber(value);
  return width === null ? "desktop" : clampWidth(width);
}

function parseHeight(value: string | null): FrameHeight {
  if (value === "full") return "full";
  const height = readNumber(value);
  return height === null ? "table" : clampHeight(height);
}

function parseZoom(value: string | null): FrameZoom {
  if (value === "fit") return "fit";
  const zoom = readNumber(value);
  return zoom === null ? 100 : clamp(zoom, zoomRange);
}

function parseBeside(value: string | null): Beside | null {
  if (value === "theme") return "theme";
  return value && /^(variant|locale):./.test(value) ? (value as Beside) : null;
}

function readNumber(value: string | null): number | null {
  const number = Number(value);
  return value && Number.isFinite(number) ? number : null;
}

function clamp(value: number, { min, max }: { readonly min: number; readonly max: number }) {
  return Math.round(Math.min(max, Math.max(min, value)));
}
