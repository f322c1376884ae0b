import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { launchBrowser } from "./browser.ts";

/** One Chromium for the tests of a file; each test has a context of its own. */
export function browserForFile(): { open(url: string): Promise<TestPage> } {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return {
    async open(url) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      context.setDefaultTimeout(patienceMs);
      onTestFinished(() => context.close());
      return openPage(context, url);
    },
  };
}

/** A page of the preview, watched for what it must not do. */
export interface TestPage {
  readonly page: Page;
  /** Errors of the page and of its policy, in the order they came. */
  readonly complaints: readonly string[];
  /** Waits until an email shows, of a newer revision than any that showed before. */
  shows(id: string, variant: string, options?: { readonly newer?: boolean }): Promise<void>;
  /** The email's own document. */
  email(): FrameLocator;
  /** Whether the page is the very one that was opened: nothing loaded it anew. */
  isSamePage(): Promise<boolean>;
}

/** Nothing takes that long, but on a machine that has much else to do. */
const patienceMs = 60_000;

async function openPage(context: BrowserContext, url: string): Promise<TestPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(url);
  await page.evaluate(() => Object.assign(window, { openedOnce: true }));
  let revision = 0;
  return {
    page,
    complaints,
    async shows(id, variant, { newer = false } = {}) {
      const handle = await page.waitForFunction(
        ([prefix, after]) => {
          const token = document.documentElement.dataset.letterpressReady ?? "";
          const shown = Number(token.split("|").at(-1));
          return token.startsWith(prefix) && shown > after ? shown : undefined;
        },
        [`${id}|${variant}|`, newer ? revision : -1] as const,
        { timeout: patienceMs },
      );
      revision = Math.max(revision, Number(await handle.jsonValue()));
    },
    email: () => page.frameLocator(`iframe[data-frame="shown"]`),
    isSamePage: () => page.evaluate(() => "openedOnce" in window),
  };
}

/** Waits until a text stands in the email. */
export async function expectText(email: FrameLocator, text: string): Promise<void> {
  await email.getByText(text).first().waitFor({ timeout: patienceMs });
  expect(await email.getByText(text).first().textContent()).toContain(text);
}
