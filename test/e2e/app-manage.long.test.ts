import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

async function openLetters(path: string, files: Readonly<Record<string, string>> = letters) {
  const preview = await openPreview(files);
  const opened = await open(preview.url + path);
  const read = (file: string) => readFileSync(preview.path(file), "utf8");
  return { ...opened, preview, read };
}

const dialogOf = (page: Page) => page.getByRole("dialog");
const menuItem = (page: Page, name: string) => page.getByRole("menuitem", { name });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).click();

async function fromPalette(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Email, variant, message or action").fill(typed);
  await page.getByRole("option", { name }).first().click();
}

describe("emails", () => {
  test("the first one is made by a button of the empty folder, and taken back", async () => {
    const { page, preview, email, complaints } = await openLetters("/", { "emails/.gitkeep": "" });
    await page.getByRole("button", { name: "Make the first email" }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel("Path").fill("_private");
    await dialog.getByText('its name begins with "_"').waitFor();
    expect(await dialog.getByRole("button", { name: "Create" }).getAttribute("aria-disabled")).toBe(
      "true",
    );
    await dialog.getByLabel("Path").fill("orders/receipt");
    await dialog.getByLabel("List").check();
    await dialog.getByText("emails/orders/receipt.tsx is new").waitFor();
    expect(await findViolations(page, "dialog")).toEqual([]);
    await page.keyboard.press("Enter");
    await expectText(email(), "Order FC-20418");
    expect(new URL(page.url()).pathname).toBe("/emails/orders/receipt");
    await undo(page);
    await page.getByText("Taken back").first().waitFor();
    expect(existsSync(preview.path("emails/orders"))).toBe(false);
    // A browser tells of every answer that refuses a name, and of the page of what is gone.
    expect(complaints.filter((one) => !/status of 40[49]/.test(one))).toEqual([]);
  });

  test("are renamed from the tree's menu by the mouse, with the diff of all that imports them", async () => {
    const send = `import welcome from "../emails/account/welcome.tsx";\nvoid welcome;\n`;
    const { page, read, shows, preview } = await openLetters("/emails/account/welcome", {
      ...letters,
      "src/send.ts": send,
    });
    await shows("account/welcome", "default");
    await page.getByRole("treeitem", { name: "welcome" }).click({ button: "right" });
    await menuItem(page, "Rename email…").click();
    const dialog = dialogOf(page);
    await dialog.getByLabel("Path").fill("start/hello");
    await dialog.getByText("emails/account/welcome.tsx → emails/start/hello.tsx").waitFor();
    await dialog.getByRole("heading", { name: "src/send.ts" }).waitFor();
    await dialog.getByText("../emails/start/hello.tsx").first().waitFor();
    expect(await findViolations(page, "dialog")).toEqual([]);
    await dialog.getByRole("button", { name: "Rename" }).click();
    await shows("start/hello", "default");
    expect(read("src/send.ts")).toContain("../emails/start/hello.tsx");
    await page
      .getByText("Renamed to emails/start/hello.tsx, and its import in 1 file")
      .first()
      .waitFor();
    await undo(page);
    await shows("account/welcome", "default");
    expect(read("src/send.ts")).toBe(send);
    expect(read("emails/account/welcome.tsx")).toBe(letters["emails/account/welcome.tsx"]);
    expect(existsSync(preview.path("emails/start"))).toBe(false);
  });

  test("are duplicated and deleted by the keyboard and the button of a line, and come back", async () => {
    const { page, read, shows, preview } = await openLetters("/emails/orders/refund");
    await shows("orders/refund", "default");
    const line = page.getByRole("treeitem", { name: "refund" });
    await line.focus();
    await page.keyboard.press("Shift+F10");
    await menuItem(page, "Duplicate email…").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const dialog = dialogOf(page);
    expect(await dialog.getByLabel("Path").inputValue()).toBe("orders/refund-copy");
    await dialog.getByText("emails/orders/refund-copy.tsx is new").waitFor();
    await page.keyboard.press("Enter");
    await shows("orders/refund-copy", "default");
    expect(read("emails/orders/refund-copy.tsx")).toContain('id: "orders/refund-copy"');

    const copy = page.getByRole("treeitem", { name: "refund-copy" });
    await copy.hover();
    await page.getByRole("button", { name: "Manage orders/refund-copy" }).click();
    await menuItem(page, "Delete email").click();
    await page.getByText("Deleted emails/orders/refund-copy.tsx").first().waitFor();
    await expect.poll(() => copy.count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/");
    expect(existsSync(preview.path("emails/orders/refund-copy.tsx"))).toBe(false);
    await undo(page);
    await shows("orders/refund-copy", "default");
    expect(read("emails/orders/refund-copy.tsx")).toContain('id: "orders/refund-copy"');
    expect(await findViolations(page, "aside, nav, .shell-list")).toEqual([]);
  });

  test("that others import are deleted after they were named", async () => {
    const { page, shows, preview } = await openLetters("/emails/orders/refund", {
      ...letters,
      "src/send.ts": `import refund from "../emails/orders/refund";\nvoid refund;\n`,
    });
    await shows("orders/refund", "default");
    await fromPalette(page, "delete", "Delete email");
    const dialog = dialogOf(page).filter({ hasText: "Delete orders/refund" });
    await dialog.getByText("src/send.ts:1 imports it, and will not load.").waitFor();
    await dialog.getByRole("button", { name: "Delete" }).click();
    await expect.poll(() => existsSync(preview.path("emails/orders/refund.tsx"))).toBe(false);
  });
});

describe("variants", () => {
  test("are updated from the edited props after a diff, renamed and deleted, each taken back", async () => {
    const { page, read, email, shows, preview } = await openLetters(
      "/emails/orders/order?variant=forty-lines",
    );
    const file = "emails/orders/order.tsx";
    const before = read(file);
    await shows("orders/order", "forty-lines");
    await page.keyboard.press("p");
    const panel = page.getByRole("complementary", { name: "Props" });
    await panel.getByLabel("lines", { exact: true }).fill("2");
    await expect.poll(() => email().getByText(/^Line/).count()).toBe(2);
    await panel.getByRole("button", { name: "Update" }).click();
    const dialog = dialogOf(page);
    await dialog.getByText("{ lines: 2 }").first().waitFor();
    await dialog.getByRole("button", { name: "Update" }).click();
    await expect.poll(() => read(file)).toBe(before.replace("lines: 40", "lines: 2"));
    await expect.poll(() => new URL(page.url()).search).toBe("?variant=forty-lines");
    await expect.poll(() => email().getByText(/^Line/).count()).toBe(2);
    await undo(page);
    await expect.poll(() => read(file)).toBe(before);

    await page.keyboard.press("Escape");
    await preview.request("/api/emails");
    await page.goto(`${preview.url}/emails/orders/order?variant=forty-lines`);
    await shows("orders/order", "forty-lines");
    await page.getByRole("button", { name: "Manage this email" }).click();
    await menuItem(page, "Rename variant…").click();
    await dialog.getByLabel("Name").fill("no lines");
    await dialog.getByText('it has a variant "no lines" already').waitFor();
    await dialog.getByLabel("Name").fill("two pages");
    await page.keyboard.press("Enter");
    await shows("orders/order", "two-pages");
    expect(read(file)).toContain('"two pages": { lines: 40 }');

    await fromPalette(page, "delete variant", "Delete variant");
    await shows("orders/order", "default");
    expect(read(file)).not.toContain("two pages");
    await undo(page);
    await shows("orders/order", "two-pages");
    expect(read(file)).toContain('"two pages": { lines: 40 }');
  });
});
