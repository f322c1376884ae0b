import { type BrowserPipe, openBrowser } from "./browser-pipe.ts";
import { openEmailPage, type PageFolders } from "./email-page.ts";

/** What to take a picture of. */
export interface PictureOptions {
  readonly html: string;
  /** CSS pixels. */
  readonly width: number;
  /** Pixels of the picture for each of them. @default 1 */
  readonly scale?: number | undefined;
  /** Most of its height, CSS pixels. */
  readonly mostHeight: number;
  readonly theme: "light" | "dark";
  /** Whether images of other hosts are loaded; the browser must reach them. @default false */
  readonly isOnline?: boolean | undefined;
  /** How long a page may load before it is taken as it is, ms. @default as long as it takes */
  readonly patienceMs?: number | undefined;
  /** Where images of the project are; the first is `/static/`. Absolute. */
  readonly folders: PageFolders;
}

/**
 * Takes a picture of HTML as a browser shows it, whole: without scripts, and without a network, so
 * that images of other hosts are missing.
 *
 * @param browser file of a browser that speaks Chromium's protocol
 * @returns PNG
 */
export async function takePicture(browser: string, options: PictureOptions): Promise<Buffer> {
  const pipe = openBrowser(browser);
  try {
    return await takePictureIn(pipe, options);
  } finally {
    await pipe.close();
  }
}

/** The same in a browser that is open, in a page of its own. @returns PNG */
export async function takePictureIn(pipe: BrowserPipe, options: PictureOptions): Promise<Buffer> {
  const { html, folders, isOnline, patienceMs, width, mostHeight, theme, scale } = options;
  const page = await openEmailPage(pipe, { folders, isOnline });
  try {
    await page.resize(width, 800, scale);
    await page.setTheme(theme);
    await page.show(html, patienceMs);
    // What is shorter than the window would be as tall as that.
    await page.resize(width, 1, scale);
    await page.resize(width, Math.min(await page.height(), mostHeight), scale);
    return await page.capture();
  } finally {
    await page.close();
  }
}
