import { type EmailTheme, type FrameLook, phoneWidth } from "../route.ts";

/** One sheet of paper on the table. */
export interface SheetPlan {
  readonly key: "main" | "phone" | "beside";
  /** Which content lies on it. */
  readonly shows: "email" | "other";
  readonly theme: EmailTheme;
  /** Px, or as much as there is room for. */
  readonly width: number | "desktop";
  /** What tells it from the one beside it. */
  readonly label: string | null;
}

/** What a sheet is called by its theme. */
export const themeNames: Record<EmailTheme, string> = {
  light: "Light",
  dark: "Dark",
  partial: "Dark, as Outlook.com",
  full: "Dark, as Gmail on iOS",
};

/** Px between two sheets. */
export const sheetGap = 24;

/** What a sheet that fills the room is taken for when the sheets are made to fit, px. */
const leastDesktop = 800;

/** The sheets of a look, from the left. */
export function planSheets(look: FrameLook): readonly SheetPlan[] {
  const { theme, beside } = look;
  if (look.width === "both") {
    return [
      { key: "phone", shows: "email", theme, width: phoneWidth, label: null },
      { key: "main", shows: "email", theme, width: "desktop", label: null },
    ];
  }
  const main = { key: "main", shows: "email", width: look.width } as const;
  if (beside === null) return [{ ...main, theme, label: null }];
  if (beside === "theme") {
    const other = theme === "light" ? "dark" : theme;
    return [
      { ...main, theme: "light", label: themeNames.light },
      { ...main, key: "beside", theme: other, label: themeNames[other] },
    ];
  }
  return [
    { ...main, theme, label: null },
    { ...main, key: "beside", shows: "other", theme, label: null },
  ];
}

/**
 * How large the sheets are drawn, where 1 is their true size.
 *
 * @param room width of the table, px; 0 while it is not known
 */
export function zoomScale(
  zoom: FrameLook["zoom"],
  sheets: readonly Pick<SheetPlan, "width">[],
  room: number,
): number {
  if (zoom !== "fit") return zoom / 100;
  const widths = sheets.map(({ width }) => (width === "desktop" ? leastDesktop : width));
  const wanted = widths.reduce((sum, width) => sum + width, 0);
  const left = room - sheetGap * (sheets.length - 1);
  if (left <= 0 || wanted <= left) return 1;
  return Math.floor((left / wanted) * 1000) / 1000;
}

/** A desktop that lies beside another sheet, where there is not the room for its true width. */
export interface ScaledDesktop {
  /** Px, as the email sees it. */
  readonly width: number;
  /** How large it is drawn, where 1 is its true size. */
  readonly scale: number;
}

/** Narrower than this nothing could be read: the sheet is as wide as there is room, px. */
const leastDrawn = 240;

/**
 * A desktop beside another sheet keeps a true desktop's width, and is drawn smaller: an email as
 * wide as the room that is left would be one that no desktop shows.
 *
 * @param room width of the table, px; 0 while it is not known
 * @returns null where it has the room, or the zoom was chosen
 */
export function scaleDesktop(
  zoom: FrameLook["zoom"],
  sheets: readonly Pick<SheetPlan, "width">[],
  room: number,
): ScaledDesktop | null {
  const desktops = sheets.filter(({ width }) => width === "desktop").length;
  if (sheets.length < 2 || desktops === 0 || zoom !== 100) return null;
  const fixed = sheets.reduce((sum, { width }) => sum + (width === "desktop" ? 0 : width), 0);
  const share = (room - fixed - sheetGap * (sheets.length - 1)) / desktops;
  if (share < leastDrawn || share >= leastDesktop) return null;
  return { width: leastDesktop, scale: Math.floor((share / leastDesktop) * 1000) / 1000 };
}

/** The zoom a step away: 25, 50, 75, 100, 125, 150, 200 per cent. */
export function stepZoom(current: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? zoomSteps.find((step) => step > current)
      : zoomSteps.findLast((step) => step < current);
  return next ?? current;
}

/** Zooms that the menu offers, per cent. */
export const zoomSteps: readonly number[] = [25, 50, 75, 100, 125, 150, 200];
