import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { decodePng, type Picture } from "../../preview/server/checks/browser/decode-png.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();
const file = "emails/orders/order.tsx";

async function openOrder(query = "") {
  const preview = await openPreview(letters);
  const opened = await open(`${preview.url}/emails/orders/order${query}`);
  await opened.shows("orders/order", "default");
  return { ...opened, preview };
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Pictures" }).click();
  await page.getByRole("menuitem", { name }).click();
}

async function save(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, name)]);
  return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** How many pixels of a picture have a colour. */
const countOf = ({ colours }: Picture, colour: number) =>
  colours.reduce((sum, one) => sum + (one === colour ? 1 : 0), 0);

describe("a PNG", () => {
  test("is the email as framed: its width, its theme, all of its height", async () => {
    const { page, complaints } = await openOrder("?width=375&theme=dark");
    const saved = await save(page, "Save as framed");
    expect(saved.file).toBe("orders-order-default.png");
    const picture = decodePng(saved.bytes);
    // No taller than what is in it, with the margins of its body.
    const bottom = await page
      .frameLocator("iframe[data-frame=shown]")
      .getByText("Line 3")
      .evaluate((line) => line.getBoundingClientRect().bottom + 16);
    expect([picture.width, picture.height]).toEqual([375, Math.ceil(bottom)]);
    // The author's dark ground.
    expect(countOf(picture, 0x111111)).toBeGreaterThan(375 * 100);
    expect(complaints).toEqual([]);
  });

  test("is copied", async () => {
    const { page } = await openOrder();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await choose(page, "Copy as framed");
    await page.getByText("Copied the picture").first().waitFor();
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await createImageBitmap((await item?.getType("image/png")) as Blob)).height;
    });
    expect(size).toBeGreaterThan(200);
  });

  test("is taken of every variant, and of the sheet", async () => {
    const { page } = await openOrder("?width=375");
    const zip = await save(page, "Save every variant");
    expect(zip.file).toBe("orders-order.zip");
    for (const name of ["default.png", "forty-lines.png", "no-lines.png"]) {
      expect(zip.bytes.includes(name)).toBe(true);
    }
    const sheet = decodePng((await save(page, "Save the sheet")).bytes);
    // Phone and desktop, light and dark; three variants.
    expect(sheet.width).toBe(2 * 375 + 2 * 800 + 5 * 24);
    expect(sheet.height).toBeGreaterThan(3 * 812);
    expect(countOf(sheet, 0x111111)).toBeGreaterThan(100_000);
  });

  test("is not there without a browser, which is said with what would fix it", async () => {
    const before = process.env.LETTERPRESS_BROWSER;
    process.env.LETTERPRESS_BROWSER = "/nowhere/chromium";
    onTestFinished(() => {
      if (before === undefined) delete process.env.LETTERPRESS_BROWSER;
      else process.env.LETTERPRESS_BROWSER = before;
    });
    const { page } = await openOrder();
    await choose(page, "Save as framed");
    await page
      .getByText("Cannot take a picture: LETTERPRESS_BROWSER names a file that is not there")
      .first()
      .waitFor();
  });
});

describe("two pictures", () => {
  test("are compared against another variant by slider, by what moved, side by side", async () => {
    const { page } = await openOrder();
    await choose(page, "no lines");
    const compared = page.getByRole("region", { name: "Compared pictures" });
    await compared.getByText(/places? differs?:/).waitFor();
    // Three lines of 60 px and their margins came.
    await compared
      .getByText(/px added at \d+ px, what follows is \d+ px lower/)
      .first()
      .waitFor();
    const slider = compared.getByRole("slider");
    await slider.focus();
    await page.keyboard.press("Home");
    const shownFrom = () =>
      compared.locator(".pictures-over").evaluate((image) => getComputedStyle(image).clipPath);
    expect(await shownFrom()).toContain("0%");
    await page.keyboard.press("End");
    expect(await shownFrom()).toContain("100%");
    expect(await findViolations(page, ".pictures")).toEqual([]);
    await compared.getByRole("button", { name: "What moved" }).click();
    expect(await compared.locator(".pictures-place[data-kind=added]").count()).toBeGreaterThan(0);
    await compared.getByRole("button", { name: "Side by side" }).click();
    expect(await compared.getByRole("img").count()).toBe(2);
    expect(await findViolations(page, ".pictures")).toEqual([]);
    await compared.getByRole("combobox", { name: "Compare with" }).selectOption("");
    await page.locator("iframe[data-frame=shown]").waitFor();
  });

  test("are compared against the last save, and follow the next", async () => {
    const { page, preview, shows } = await openOrder();
    const write = (heading: string) =>
      preview.write(file, letters[file].replaceAll("Thank you", heading));
    write("Thanks");
    await shows("orders/order", "default", { newer: true });
    await page.waitForFunction(() => document.querySelector("iframe[data-frame=shown]"));
    await choose(page, "before the last save");
    const compared = page.getByRole("region", { name: "Compared pictures" });
    await compared.getByText(/1 place differs/).waitFor();
    preview.write(file, letters[file]);
    await compared.getByText(/1 place differs/).waitFor();
    expect(new URL(page.url()).searchParams.get("diff")).toBe("~last");
  });

  test("are compared against a git reference, which HTML and text are, too", async () => {
    const { page, preview, shows } = await openOrder();
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args], {
        ...{ cwd: preview.root, encoding: "utf8" },
      }).trim();
    preview.write(".gitignore", "node_modules\n.letterpress\n");
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "first words");
    preview.write(file, letters[file].replaceAll("Thank you", "Thanks"));
    await shows("orders/order", "default", { newer: true });
    await choose(page, "the last commit");
    const compared = page.getByRole("region", { name: "Compared pictures" });
    await compared.getByText(/places? differs?:/).waitFor();
    expect(new URL(page.url()).searchParams.get("diff")).toBe("~git:HEAD");
    const picker = page.getByRole("combobox", { name: "Compare with" });
    await picker.locator("option", { hasText: "first words" }).waitFor({ state: "attached" });
    await page.keyboard.press("3");
    await page.getByText("Thank you").first().waitFor();
    await page.goto(`${preview.url}/emails/orders/order?pictures=on&diff=~git:v9`);
    await page.getByText("Cannot compare with v9").first().waitFor();
  });
});
