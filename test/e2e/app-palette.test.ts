import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

test("the palette finds by letters, does what the page can do, and has the last first", async () => {
  const preview = await openPreview({
    ...letters,
    "emails/orders/broken.tsx": `import { gone } from "./gone.ts";\nexport default gone;\n`,
  });
  const { page, shows, complaints } = await open(`${preview.url}/emails/account/welcome`);
  await shows("account/welcome", "default");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const palette = page.getByRole("dialog", { name: "Go to anything" });
  const choose = async (typed: string, name: string | RegExp) => {
    await page.keyboard.press("Control+k");
    await palette.getByRole("combobox").fill(typed);
    await palette.getByRole("option", { name }).first().waitFor();
    await page.keyboard.press("Enter");
    await palette.waitFor({ state: "detached" });
  };

  await choose("ordref", "orders/refund");
  await shows("orders/refund", "default");
  await choose("copy html", "Copy the HTML");
  await page.getByText("Copied the HTML").last().waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Refunded</h1>");
  await choose("theme gmail", "Theme: Dark, as Gmail on iOS");
  await page.waitForURL(/theme=full/);
  await choose("width phone", /^Width: /);
  await page.waitForURL(/width=\d+/);
  const saved = page.waitForEvent("download");
  await choose("download text", "Download the text");
  expect((await saved).suggestedFilename()).toBe("refund.txt");

  await page.keyboard.press("Control+k");
  const recent = palette.getByRole("group", { name: "Recent" });
  await recent.waitFor();
  const [first, second] = await recent.getByRole("option").allTextContents();
  expect(first).toContain("Download the text");
  expect(second).toContain("Width: ");
  expect(await findViolations(page, ".palette")).toEqual([]);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await findViolations(page, ".palette")).toEqual([]);

  // What is broken says so before one goes there, here and in the list.
  await palette.getByRole("combobox").fill("broken");
  await palette.getByRole("option", { name: /orders\/broken.*Does not load/ }).waitFor();
  await page.keyboard.press("Escape");
  const line = page.getByRole("treeitem", { name: "broken" });
  await expect.poll(() => line.getAttribute("aria-description")).toBe("Does not load");
  expect(await line.locator("svg").count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("a key that is pressed as the palette closes opens it again", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/account/welcome`);
  await shows("account/welcome", "default");
  const palette = page.getByRole("dialog", { name: "Go to anything" });
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("ordref");
  await palette.getByRole("option", { name: "orders/refund" }).first().waitFor();
  await page.evaluate(async () => {
    const press = (target: EventTarget, init: KeyboardEventInit) =>
      target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...init }));
    press(document.querySelector(".palette input") as Element, { key: "Enter" });
    // Before the browser tells of the dialog's end, which is a task of its own.
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
    press(document.body, { key: "k", ctrlKey: true });
  });
  await shows("orders/refund", "default");
  await palette.getByRole("combobox").waitFor();
  expect(await palette.getByRole("combobox").inputValue()).toBe("");
});
