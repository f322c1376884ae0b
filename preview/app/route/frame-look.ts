/** What the email believes the reader prefers. */
export type EmailTheme = "light" | "dark";

/** `desktop` fills the table, `both` lays a phone beside it, a number is a width in px. */
export type FrameWidth = "desktop" | "both" | number;

/** How the frame shows what is in it. */
export interface FrameLook {
  readonly theme: EmailTheme;
  readonly width: FrameWidth;
}

/** Width of the phone, px: what most phones report. */
export const phoneWidth = 375;

/** Narrowest and widest frame that a URL may ask for, px. */
export const frameWidthRange = { min: 240, max: 2000 } as const;

/** How an email is shown unless one chooses. */
export const plainLook: FrameLook = { theme: "light", width: "desktop" };

/** Reads a look from a query; what it does not know falls back. */
export function parseLook(query: URLSearchParams): FrameLook {
  return {
    theme: query.get("theme") === "dark" ? "dark" : "light",
    width: parseWidth(query.get("width")),
  };
}

/** Writes what differs from {@link plainLook} into a query. */
export function writeLook(look: FrameLook, query: URLSearchParams): void {
  if (look.theme !== "light") query.set("theme", look.theme);
  if (look.width !== "desktop") query.set("width", String(look.width));
}

/** The nearest width that a frame may have, in whole px. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(frameWidthRange.max, Math.max(frameWidthRange.min, width)));
}

function parseWidth(value: string | null): FrameWidth {
  if (value === "both") return "both";
  if (value === "phone") return phoneWidth;
  const width = Number(value);
  if (!value || !Number.isFinite(width)) return "desktop";
  return clampWidth(width);
}
