import { type EmailTheme, type FrameLook, phoneWidth } from "../route.ts";

/** One column of the sheet: how every variant is shown in it. */
export interface SheetColumn {
  readonly name: string;
  readonly theme: EmailTheme;
  /** Width of the frame, px. */
  readonly frameWidth: number;
  /** What the column opens as. */
  readonly width: FrameLook["width"];
}

/** Width of a desktop on the sheet, px: the narrowest that still is one. */
const desktopWidth = 800;

/** Height of every frame on the sheet, px: a phone's. */
export const sheetFrameHeight = 812;

/** Px between two columns. */
export const columnGap = 16;

/** Least and most that the frames are drawn at, where 1 is their true size. */
const scaleRange = { min: 0.25, max: 1 } as const;

/** Phone and desktop, light and dark. Dark is the author's unless the look is of a client's. */
export function sheetColumns({ theme }: Pick<FrameLook, "theme">): readonly SheetColumn[] {
  const dark = theme === "light" ? "dark" : theme;
  const both = [
    { theme: "light", name: "light" },
    { theme: dark, name: darkNames[dark] },
  ] as const;
  return [
    ...both.map(({ theme: own, name }) => ({
      ...{ name: `Phone, ${name}`, theme: own },
      ...{ frameWidth: phoneWidth, width: phoneWidth },
    })),
    ...both.map(({ theme: own, name }) => ({
      ...{ name: `Desktop, ${name}`, theme: own },
      ...{ frameWidth: desktopWidth, width: "desktop" as const },
    })),
  ];
}

const darkNames = {
  dark: "dark",
  partial: "dark as Outlook.com",
  full: "dark as Gmail on iOS",
};

/** How large the frames are drawn so that all columns fit the room, or as the zoom says. */
export function sheetScale(
  columns: readonly SheetColumn[],
  room: number,
  zoom: FrameLook["zoom"],
): number {
  if (zoom !== "fit" && zoom !== 100) return zoom / 100;
  const frames = columns.reduce((sum, { frameWidth }) => sum + frameWidth, 0);
  const left = room - columnGap * (columns.length - 1);
  return Math.min(
    scaleRange.max,
    Math.max(scaleRange.min, Math.floor((left / frames) * 1000) / 1000),
  );
}

/** The cell that an arrow key leads to, or null; cells are counted row by row. */
export function nextCell(key: string, at: number, columns: number, cells: number): number | null {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[key];
  if (step === undefined) return null;
  const next = at + step;
  return next >= 0 && next < cells ? next : null;
}
