import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

test("everything is a key away", async () => {
  const preview = await openPreview(letters);
  const { page, shows, complaints } = await open(`${preview.url}/`);
  const { keyboard } = page;
  const search = () => new URL(page.url()).search;
  const selectedTab = () => page.getByRole("tab", { selected: true }).textContent();
  await shows("home", "gallery");
  await keyboard.press("j");
  await keyboard.press("Enter");
  await shows("account/welcome", "default");

  await keyboard.press("j");
  await shows("orders/order", "default");
  await keyboard.press("v");
  await shows("orders/order", "forty-lines");
  await keyboard.press("V");
  await keyboard.press("V");
  await shows("orders/order", "no-lines");
  await keyboard.press("k");
  await shows("account/welcome", "default");
  await keyboard.press("k");
  await shows("orders/refund", "default");

  await keyboard.press("3");
  await expect.poll(selectedTab).toBe("Text");
  // How one looks stays from one email to the next.
  await keyboard.press("k");
  await shows("orders/order", "default");
  expect(await selectedTab()).toBe("Text");
  await keyboard.press("1");
  await expect.poll(selectedTab).toBe("Preview");

  for (const expected of ["?width=both", "?width=375", ""]) {
    await keyboard.press("m");
    await expect.poll(search).toBe(expected);
  }

  const list = page.getByRole("navigation", { name: "Emails" });
  await keyboard.press("[");
  await list.waitFor({ state: "detached" });
  // The filter brings the list back.
  await keyboard.press("/");
  await list.waitFor();
  await keyboard.type("refu");
  expect(await page.getByRole("treeitem").allTextContents()).toEqual(["orders", "refund"]);
  await keyboard.press("Enter");
  await shows("orders/refund", "default");
  await keyboard.press("Escape");
  await expect.poll(() => page.getByRole("treeitem").count()).toBe(5);
  await keyboard.press("Escape");

  await keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
  await keyboard.press("j");
  await keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Keyboard" }).waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/emails/orders/refund");
  expect(complaints).toEqual([]);
});

test("no key is taken from a text field, and none lost inside the email", async () => {
  const preview = await openPreview(letters);
  const { page, shows, email } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const to = page.getByRole("textbox", { name: /recipients/i });
  await to.fill("");
  await to.pressSequentially("jkvdms/[?1@example.com");
  expect(await to.inputValue()).toBe("jkvdms/[?1@example.com");
  expect(page.url()).toBe(`${preview.url}/emails/orders/order`);

  await email().getByText("Line 2").click();
  await page.keyboard.press("d");
  await expect.poll(() => new URL(page.url()).search).toBe("?theme=dark");
});

test("the tree is walked by arrow keys", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.getByRole("treeitem", { name: "order", exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("refund");
  await page.keyboard.press("ArrowLeft");
  expect(await focused()).toBe("orders");
  await page.keyboard.press("ArrowLeft");
  const folder = page.getByRole("treeitem", { name: "orders" });
  await expect.poll(() => folder.getAttribute("aria-expanded")).toBe("false");
  expect(await page.getByRole("treeitem", { name: "refund" }).count()).toBe(0);
  // What is folded stays so after a reload, unless the address leads there.
  await page.goto(`${preview.url}/emails/account/welcome`);
  await shows("account/welcome", "default");
  expect(await folder.getAttribute("aria-expanded")).toBe("false");
  await page.goto(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  await expect.poll(() => folder.getAttribute("aria-expanded")).toBe("true");
});

test("the palette leads to emails, variants, actions and messages", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const go = async (typed: string) => {
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Go to anything" });
    await field.waitFor();
    await page.keyboard.type(typed);
    await expect.poll(() => field.inputValue()).toBe(typed);
    await page.keyboard.press("Enter");
    await field.waitFor({ state: "detached" });
  };
  await go("forty");
  await shows("orders/order", "forty-lines");
  await go("welcome");
  await shows("account/welcome", "default");
  await go("send this");
  await page.getByText("Sent to the local inbox").last().waitFor();
  await go("welcome: 3");
  await page.getByRole("heading", { name: "Welcome: 3 lines" }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/inbox\/./);
});
