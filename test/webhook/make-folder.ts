import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Makes a folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-webhook-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
