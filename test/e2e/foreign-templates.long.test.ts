import type { Browser } from "playwright-core";
import { createElement } from "react";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareTemplate } from "../foreign/compare-template.ts";
import { loadTemplates } from "../foreign/load-templates.ts";
import { launchBrowser } from "./browser.ts";

/** The rest is tried by `npm run foreign`. */
const names = ["acme-receipt", "rtl-arabic", "dark-mode-sheet", "tailwind-dark"];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test("templates that others wrote look as React Email's own output does, but for what is put right", async () => {
  const page = await browser.newPage();
  await page.route("**/*", (route) => route.abort());
  const templates = await loadTemplates("react-email", names);
  expect(templates.map(({ name }) => name)).toEqual(names);
  for (const { name, component } of templates) {
    expect([name, ...(await compareTemplate(page, createElement(component)))]).toEqual([name]);
  }
});
