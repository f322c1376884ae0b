import { findBrowser } from "../../../../src/build/requirements/find-browser.ts";
import type { PageFolders } from "../../agent/browser/email-page.ts";
import { openOnDemand } from "../../agent/browser/open-on-demand.ts";
import type { Meter } from "../state-checker.ts";

/**
 * A meter whose browser starts with the first email, and ends when nothing was measured for a while.
 * Where this machine has no browser, or it cannot measure, it measures nothing.
 */
export interface PassingMeter extends Meter {
  close(): Promise<void>;
}

/** The browser stays for the next email for so long, ms. */
const idleMs = 60_000;

/** Creates the meter; nothing is started or looked for before the first email. */
export function createPassingMeter(root: string, folders: PageFolders): PassingMeter {
  const meter = openOnDemand(async () => {
    const { createContrastMeter } = await import("./contrast-meter.ts");
    return createContrastMeter(findBrowser(root), folders);
  }, idleMs);
  return {
    measure: (html) => meter.use((open) => open.measure(html)).catch(() => undefined),
    close: meter.close,
  };
}
