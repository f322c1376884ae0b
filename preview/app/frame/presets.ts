import { type FrameWidth, phoneWidth } from "../route.ts";

/** A width that has a name. */
export interface Preset {
  readonly name: string;
  readonly width: FrameWidth;
  /** Not to the pixel: it follows the reader's window. */
  readonly isAbout?: boolean;
}

/** Width of the desktop where it has to be some number, px. */
const desktopWidth = 1024;

/**
 * Devices, by the width that they report to CSS. 320: the first iPhone SE, and the width that WCAG
 * 2.2 asks a page to stand (1.4.10, "Reflow"). 375: iPhone SE 2 and 3, 12 and 13 mini. 430: iPhone
 * 15 and 16 Plus. 768: an iPad upright.
 */
export const devicePresets: readonly Preset[] = [
  { name: "Small phone", width: 320 },
  { name: "Phone", width: phoneWidth },
  { name: "Large phone", width: 430 },
  { name: "Tablet", width: 768 },
  { name: "Desktop, fixed", width: desktopWidth },
  { name: "Desktop, all the room", width: "desktop" },
];

/**
 * Clients. The apps give an email the whole screen: 393 px on an iPhone 15 or 16, 412 on a Pixel.
 * The panes follow the window, so theirs are about right at best: Outlook's is given as "roughly
 * 700 px" beside its list (profundcom.net, "The width of responsive emails"); Gmail's is what 1366
 * px leave beside its sidebar (256), its app bar (56) and the sender's picture (72).
 */
export const clientPresets: readonly Preset[] = [
  { name: "Mail on an iPhone", width: 393 },
  { name: "Gmail on a Pixel", width: 412 },
  { name: "Outlook, reading pane", width: 700, isAbout: true },
  { name: "Gmail in a browser", width: 980, isAbout: true },
];

/** What a width is called: the name of its device, else the number. */
export function describeWidth(width: number): string {
  const preset = devicePresets.find((one) => one.width === width);
  return preset ? `${preset.name} ${width}` : `${width} px`;
}
