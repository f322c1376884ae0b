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
 * A browser that speaks Chromium's protocol: the one that `LETTERPRESS_BROWSER` names, one of `PATH`
 * or at its usual place, or the one that the project's Playwright has fetched.
 *
 * @throws {Error} that says how to get one
 */
export async function findBrowser(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string> {
  const named = env.LETTERPRESS_BROWSER;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error("Cannot take a picture: LETTERPRESS_BROWSER names a file that is not there");
  }
  const endings = process.platform === "win32" ? [".exe"] : [""];
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const inPath = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  );
  const found = [...inPath, ...usualPlaces].find(existsSync) ?? (await ofPlaywright(root));
  if (found !== undefined) return found;
  throw new Error(
    "Cannot take a picture: there is no Chromium; install one, such as by npx playwright install chromium, or name one in LETTERPRESS_BROWSER",
  );
}

async function ofPlaywright(root: string): Promise<string | undefined> {
  const resolve = createRequire(join(root, "package.json"));
  for (const name of ["playwright-core", "playwright", "@playwright/test"]) {
    try {
      const { chromium } = resolve(name) as {
        readonly chromium: { executablePath(): string };
      };
      const file = chromium.executablePath();
      if (existsSync(file)) return file;
    } catch {
      // Not installed.
    }
  }
  return undefined;
}
