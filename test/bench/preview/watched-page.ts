import type { Browser, Page } from "playwright-core";

/** Clock of the machine, in ms; the browser's page reads the same one. */
export const now = () => performance.timeOrigin + performance.now();

/**
 * Runs in the page. `seen`: when an email was on the screen, at the frame after the app says so.
 * `checked`: likewise, when the Checks panel had the findings of another revision.
 * `timeKey(isThere)`: arms a clock that the next key starts and the frame stops in which `isThere`
 * is first true.
 */
const watchScript = `
if (window === window.top) {
  const clock = () => performance.timeOrigin + performance.now();
  window.seen = [];
  new MutationObserver(() => requestAnimationFrame(() => seen.push(clock()))).observe(document, {
    subtree: true,
    attributeFilter: ["data-letterpress-ready"],
  });
  window.checked = [];
  new MutationObserver(() => requestAnimationFrame(() => checked.push(clock()))).observe(document, {
    subtree: true,
    attributeFilter: ["data-revision"],
  });
  window.shownText = () =>
    document.querySelector("iframe[data-frame=shown]")?.contentDocument?.body?.textContent ?? "";
  window.timeKey = (isThere) => {
    window.keyTime = null;
    addEventListener("keydown", () => {
      const begun = clock();
      const look = () => {
        if (isThere()) requestAnimationFrame(() => { window.keyTime = clock() - begun; });
        else requestAnimationFrame(look);
      };
      look();
    }, { capture: true, once: true });
  };
}`;

/** What {@link watchScript} leaves in the page. */
interface Watched {
  readonly seen?: readonly number[];
  readonly checked?: readonly number[];
  readonly keyTime?: number | null;
}

/** A page of its own that notes when an email was to be seen. */
export async function openWatchedPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.addInitScript({ content: watchScript });
  return context.newPage();
}

/** When an email was first on the screen after a time. */
export async function shownAfter(page: Page, time: number): Promise<number> {
  const handle = await page.waitForFunction(
    (after) => (window as Watched).seen?.find((one) => one > after),
    time,
    { polling: 5 },
  );
  return Number(await handle.jsonValue());
}

/** When the Checks panel first had newer findings after a time. */
export async function checkedAfter(page: Page, time: number): Promise<number> {
  const handle = await page.waitForFunction(
    (after) => (window as Watched).checked?.find((one) => one > after),
    time,
    { polling: 5 },
  );
  return Number(await handle.jsonValue());
}

/** From a key to the frame in which an expression of the page is true, ms. */
export async function timeKey(page: Page, key: string, isThere: string): Promise<number> {
  await page.evaluate(`timeKey(() => ${isThere})`);
  await page.keyboard.press(key);
  const handle = await page.waitForFunction(() => (window as Watched).keyTime, null, {
    polling: 5,
  });
  return Number(await handle.jsonValue());
}
