import type { Browser } from "playwright-core";
import type { Shot } from "./shots.ts";

/** What each page is pictured on, px. */
export const forms = [
  { name: "desktop", width: 1280, height: 800 },
  { name: "phone", width: 390, height: 780 },
] as const;

/** Both themes of the app itself. */
export const themes = ["light", "dark"] as const;

/** Opens a page by itself, brings it into its state, and pictures it once it rests. */
export async function takeShot(
  browser: Browser,
  url: string,
  { path, reach }: Shot,
  { width, height }: (typeof forms)[number],
  colorScheme: (typeof themes)[number],
): Promise<Buffer> {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme, reducedMotion: "reduce" },
    ...{ locale: "en-GB", timezoneId: "UTC" },
  });
  try {
    const page = await context.newPage();
    await page.goto(url + path);
    if (path.startsWith("/emails/")) {
      await page.waitForFunction(() => document.documentElement.dataset.letterpressReady);
    }
    await reach?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState("networkidle", { timeout: 1_500 }).catch(() => undefined);
    return await page.screenshot({ caret: "hide", animations: "disabled" });
  } finally {
    await context.close();
  }
}
