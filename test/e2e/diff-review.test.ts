import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { writeReview } from "../../src/cli/diff/review/write-review.ts";
import { reportOf, shownState } from "../diff/report.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

async function writePage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-review-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = `<p onclick="x">a</p><script>top.document.title = "taken"</script>`;
  const picture = `<img src="https://pictures.example/a.png" alt="A">`;
  const report = await reportOf(
    [
      shownState("a", "default", "<h1>Old</h1>"),
      shownState("a", "x", "<p>y</p><h1>Old</h1>"),
      shownState("b", "default", `<p>One</p>${script}`),
    ],
    [
      shownState("a", "default", "<h1>New</h1>"),
      shownState("a", "x", "<p>y</p><h1>New</h1>"),
      shownState("b", "default", `<p>Two</p>${script}${picture}`),
    ],
  );
  return pathToFileURL(writeReview(report, join(folder, "review"))).href;
}

test("before and after stand beside each other, marked, with j and k between the changes", async () => {
  const { page } = await open(await writePage());
  const asked: string[] = [];
  // What the policy refuses fails before it leaves.
  page.on("requestfailed", (request) => void asked.push(request.failure()?.errorText ?? ""));
  page.on("response", (response) => void asked.push(response.url()));
  const frame = (name: string) => page.frameLocator(`iframe[title=${name}]`);
  const outline = (name: string) =>
    frame(name)
      .locator("h1")
      .evaluate((node) => getComputedStyle(node).outlineStyle);
  await expect.poll(() => frame("Before").locator("h1").textContent()).toBe("Old");
  await expect.poll(() => outline("After")).toBe("solid");

  await page.getByRole("combobox", { name: "Variant" }).selectOption({ label: "a · x" });
  await expect.poll(() => frame("After").locator("p").textContent()).toBe("y");
  await expect.poll(() => outline("Before")).toBe("solid");
  await page.locator("body").click({ position: { x: 1, y: 1 } });

  await page.keyboard.press("j");
  await expect.poll(() => frame("After").locator("p").first().textContent()).toBe("Two");
  await page.keyboard.press("k");
  await expect.poll(() => page.locator("main h2").textContent()).toBe("a");
  expect(await page.title()).toBe("3 of 3 variants changed");
  expect(asked.filter((one) => !/^(?:data|about|blob):/.test(one))).toEqual(["csp"]);
  expect(await findViolations(page)).toEqual([]);
});
