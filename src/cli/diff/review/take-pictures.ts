import { execFile } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { createBrowserProfile } from "../../../build/requirements/browser-profile.ts";
import { findBrowser } from "../../../build/requirements/find-browser.ts";
import { amount } from "../../amount.ts";

const run = promisify(execFile);

const timeoutMs = 60_000;
const width = 1320;
/** Beyond this a picture is cut, pixels. */
const mostHeight = 12_000;

/**
 * Takes a picture of each change, before and after side by side with what changed marked, into the
 * folder of the page.
 *
 * @returns what there is to say
 */
export async function takePictures(page: string, count: number, root: string): Promise<string> {
  let browser: string;
  try {
    browser = findBrowser(root);
  } catch (error) {
    return `No pictures were taken: ${(error as Error).message}`;
  }
  const folder = join(dirname(page), "changes");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const profile = createBrowserProfile();
  const ask = (hash: string, ...args: readonly string[]) =>
    run(
      browser,
      [
        ...["--headless", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--disable-sync"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-quic"],
        // A container runs as root, where Chromium has no sandbox; the page loads nothing.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        ...[`--user-data-dir=${profile.folder}`, "--virtual-time-budget=5000", ...args],
        `${pathToFileURL(page)}#${hash}`,
      ],
      { timeout: timeoutMs, maxBuffer: 256 * 1024 * 1024 },
    );
  try {
    for (let index = 1; index <= count; index++) {
      const size = `--window-size=${width},800`;
      const { stdout } = await ask(`shot-${index}`, size, "--dump-dom");
      const height = Number(/data-height="(\d+)"/.exec(stdout)?.[1] ?? 800);
      const picture = join(folder, `${index}.png`);
      const whole = `--window-size=${width},${Math.min(height, mostHeight)}`;
      await ask(`shot-${index}`, whole, `--screenshot=${picture}`);
    }
    return `${amount(count, "picture")} taken into ${folder}`;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    return `Not all pictures were taken: ${reason}`;
  } finally {
    await profile.remove();
  }
}
