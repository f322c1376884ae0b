import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const names = [
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
  ...["microsoft-edge", "msedge"],
];

const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * A browser that speaks Chromium's protocol: the one that `LETTERPRESS_BROWSER` or `CHROMIUM_PATH`
 * names, one of `PATH` or at its usual place, or the one that the project's Playwright has fetched.
 *
 * @returns its file
 * @throws {Error} that says why there is none, and how to get one, as the second half of a sentence
 */
export function findBrowser(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const { LETTERPRESS_BROWSER: named, CHROMIUM_PATH, PATH = "" } = env;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error("LETTERPRESS_BROWSER names a file that is not there");
  }
  const ending = process.platform === "win32" ? ".exe" : "";
  const folders = PATH.split(delimiter).filter(Boolean);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  const places = [...(CHROMIUM_PATH ? [CHROMIUM_PATH] : []), ...inPath, ...usualPlaces];
  const found = places.find(existsSync) ?? ofPlaywright(root);
  if (found !== undefined) return found;
  throw new Error(
    "there is no Chromium; install one, such as by npx playwright install chromium, or name one in LETTERPRESS_BROWSER",
  );
}

function ofPlaywright(root: string): string | undefined {
  const load = createRequire(join(root, "package.json"));
  for (const name of ["playwright-core", "playwright", "@playwright/test"]) {
    try {
      const { chromium } = load(name) as { readonly chromium: { executablePath(): string } };
      const file = chromium.executablePath();
      if (existsSync(file)) return file;
    } catch {
      // Not installed.
    }
  }
  return undefined;
}
