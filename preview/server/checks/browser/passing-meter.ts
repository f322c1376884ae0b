import { findBrowser } from "../../../../src/build/requirements/find-browser.ts";
import type { PageFolders } from "../../agent/browser/email-page.ts";
import type { ContrastMeter } from "./contrast-meter.ts";

/** A meter whose browser starts with the first email, and ends when nothing was measured for a while. */
export interface PassingMeter {
  /** @returns undefined where this machine has no browser, or it cannot measure */
  measure: (html: string) => Promise<Awaited<ReturnType<ContrastMeter["measure"]>> | undefined>;
  close(): Promise<void>;
}

/** The browser stays for the next email for so long, ms. */
const idleMs = 60_000;

/** Creates the meter; nothing is started or looked for before the first email. */
export function createPassingMeter(root: string, folders: PageFolders): PassingMeter {
  let opening: Promise<ContrastMeter> | undefined;
  let idle: NodeJS.Timeout | undefined;

  async function start(): Promise<ContrastMeter> {
    const file = findBrowser(root);
    const { createContrastMeter } = await import("./contrast-meter.ts");
    return createContrastMeter(file, folders);
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    const ending = opening;
    opening = undefined;
    await ending?.then((meter) => meter.close()).catch(() => undefined);
  }

  return {
    async measure(html) {
      clearTimeout(idle);
      opening ??= start();
      try {
        const meter = await opening;
        return await meter.measure(html);
      } catch {
        // No browser, or one that ended: the estimate stays, and the next email tries again.
        await close();
        return undefined;
      } finally {
        clearTimeout(idle);
        idle = setTimeout(() => void close(), idleMs).unref();
      }
    },
    close,
  };
}
