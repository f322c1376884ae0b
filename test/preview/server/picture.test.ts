import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { takePicture } from "../../../preview/server/agent/browser/take-picture.ts";
import { findBrowser } from "../../../src/build/requirements/find-browser.ts";
import { ensureBrowser } from "../../e2e/browser.ts";

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-picture-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a picture is taken of an email whose image has an address that cannot be read", async () => {
  const picture = await takePicture(ensureBrowser(), {
    html: `<p>Hello</p><img src="/static/%E0%A4%A.png" alt="">`,
    ...{ width: 300, mostHeight: 500, theme: "light" },
    folders: { staticDir: makeFolder(), publicDir: [] },
  });
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
});

test("a browser that is named and not there is said, and so is that there is none", () => {
  const root = makeFolder();
  expect(() => findBrowser(root, { LETTERPRESS_BROWSER: join(root, "none") })).toThrow(
    "LETTERPRESS_BROWSER names a file that is not there",
  );
  const found = ensureBrowser();
  expect(findBrowser(root, { LETTERPRESS_BROWSER: found })).toBe(found);
  expect(findBrowser(root, { CHROMIUM_PATH: found })).toBe(found);
});
