import { resolve } from "node:path";
import { buildApp } from "../../preview/server/app/build-app.ts";
import { ensureBrowser } from "./browser.ts";

/** What every browser test needs, made once: a Chromium, and the preview's app. */
export async function setup(): Promise<void> {
  ensureBrowser();
  await buildApp(resolve(import.meta.dirname, "../.."));
}
