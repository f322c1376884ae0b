import {
  type Color,
  contrast,
  faded,
  over,
  parseColor,
} from "../../../../src/check/document/color.ts";
import type { SeenImage, SeenText, SeenTexts } from "../../../../src/check/seen/seen-text.ts";
import { openBrowser } from "../../agent/browser/browser-pipe.ts";
import { type EmailPage, openEmailPage, type PageFolders } from "../../agent/browser/email-page.ts";
import {
  collectTexts,
  hideLetters,
  type PageImage,
  type PageText,
  type PageTexts,
  showLetters,
} from "./collect-texts.ts";
import { decodePng, type Picture } from "./decode-png.ts";

/** Measures what a browser shows. */
export interface ContrastMeter {
  /** Each text of an email with what the browser draws behind it, light and dark. */
  measure(html: string): Promise<SeenTexts>;
  close(): Promise<void>;
}

/** A reading pane. */
const width = 800;
/** What is further down is left to the estimate. */
const mostHeight = 15_000;

/**
 * Starts a browser and measures emails in it, one after the other; without scripts, and without a
 * network.
 *
 * @param browser file of a browser that speaks Chromium's protocol
 */
export async function createContrastMeter(
  browser: string,
  folders: PageFolders,
): Promise<ContrastMeter> {
  const pipe = openBrowser(browser);
  const page = await openEmailPage(pipe, { folders }).catch(async (error: unknown) => {
    await pipe.close();
    throw error;
  });
  let last: Promise<unknown> = Promise.resolve();
  return {
    // There is one page: emails take turns.
    measure(html) {
      const measured = last.then(() => measure(page, html));
      last = measured.catch(() => undefined);
      return measured;
    },
    close: () => pipe.close(),
  };
}

async function measure(page: EmailPage, html: string): Promise<SeenTexts> {
  await page.resize(width, 800);
  await page.setTheme("light");
  await page.show(html);
  await page.resize(width, Math.min(await page.height(), mostHeight));
  const light = await look(page);
  const { elementCount } = light;
  // Only the author's own dark colours are looked at: what clients invert is another matter.
  if (!/prefers-color-scheme\s*:\s*dark/.test(html)) {
    return {
      elementCount,
      light: light.texts,
      dark: [],
      lightImages: light.images,
      darkImages: [],
    };
  }
  await page.setTheme("dark");
  const dark = await look(page);
  return {
    ...{ elementCount, light: light.texts, dark: dark.texts },
    ...{ lightImages: light.images, darkImages: dark.images },
  };
}

async function look(page: EmailPage) {
  const { elementCount, texts, images } = await evaluate<PageTexts>(page, collectTexts);
  await evaluate(page, hideLetters);
  const picture = await page.capture();
  await evaluate(page, showLetters);
  const pixels = decodePng(picture);
  return {
    elementCount,
    texts: texts.flatMap((text) => seen(text, pixels) ?? []),
    images: images.flatMap((image) => seenImage(image, pixels) ?? []),
  };
}

async function evaluate<Value>({ ask }: EmailPage, expression: string): Promise<Value> {
  const { result, exceptionDetails } = await ask<{
    readonly result: { readonly value: Value };
    readonly exceptionDetails?: { readonly text: string };
  }>("Runtime.evaluate", { expression, returnByValue: true });
  if (exceptionDetails) throw new Error(`Cannot measure contrast: ${exceptionDetails.text}`);
  return result.value;
}

/** So many places of a line are looked at, across and down. */
const across = 9;
const down = 3;

/** The text on the worst of its ground, without the outermost tenth: edges are of two colours. */
function seen(text: PageText, pixels: Picture): SeenText | undefined {
  const own = parseColor(text.color);
  if (!own) return undefined;
  const letters = faded(own, text.opacity);
  const places = text.lines.flatMap((line) => groundsOf(line, pixels));
  const measured = places
    .map((ground) => {
      const color = over(letters, ground);
      return { color, ground, ratio: contrast(color, ground) };
    })
    .sort((one, other) => one.ratio - other.ratio);
  const worst = measured[Math.floor(measured.length / 10)];
  if (!worst) return undefined;
  const { index, fontSizePx, fontWeight } = text;
  return { index, fontSizePx, fontWeight, color: worst.color, ground: worst.ground };
}

function groundsOf(
  [left, top, width, height]: PageText["lines"][number],
  pixels: Picture,
): readonly Color[] {
  const grounds: Color[] = [];
  for (let row = 1; row <= down; row++) {
    for (let column = 1; column <= across; column++) {
      const x = left + (width * column) / (across + 1);
      const y = top + (height * row) / (down + 1);
      const colour = colourAt(x, y, pixels);
      if (colour) grounds.push(colour);
    }
  }
  return grounds;
}

/** How much a picture stands out from what is just outside of its corners. */
function seenImage({ index, box }: PageImage, pixels: Picture): SeenImage | undefined {
  const [left, top, width, height] = box;
  const beside = [left - 2, left + width + 1].flatMap((x) =>
    [top - 2, top + height + 1].flatMap((y) => colourAt(x, y, pixels) ?? []),
  );
  const [ground] = beside;
  if (!ground) return undefined;
  let most = 1;
  // Thin letters of a logo are a few pixels wide.
  const step = Math.max(1, Math.floor(Math.min(width, height) / 60));
  for (let y = top; y < top + height; y += step) {
    for (let x = left; x < left + width; x += step) {
      const colour = colourAt(x, y, pixels);
      if (colour) most = Math.max(most, contrast(colour, ground));
    }
  }
  return { index, contrast: most };
}

function colourAt(left: number, top: number, pixels: Picture): Color | undefined {
  const [x, y] = [Math.floor(left), Math.floor(top)];
  if (x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) return undefined;
  const colour = pixels.colours[y * pixels.width + x] as number;
  return { red: colour >> 16, green: (colour >> 8) & 255, blue: colour & 255, alpha: 1 };
}
