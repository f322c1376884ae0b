import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder in which a browser keeps what it writes. */
export interface BrowserProfile {
  readonly folder: string;
  /** Deletes it. Never fails: a picture that was taken is worth more than a folder that is left. */
  remove(): Promise<void>;
}

/** Makes a folder for one run of a browser, among the temporary files. */
export function createBrowserProfile(): BrowserProfile {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-browser-"));
  return {
    folder,
    async remove() {
      // Processes that Chromium started write for a moment after it has ended.
      const retries = { maxRetries: 10, retryDelay: 50 };
      await rm(folder, { recursive: true, force: true, ...retries }).catch(() => undefined);
    },
  };
}
