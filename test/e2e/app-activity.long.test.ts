import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

test("a message is followed from the queue to the recipient, and looked after by keyboard", async () => {
  const preview = await openPreview(letters, { outbox: { url: "embedded" }, atOnce: true });
  const { page, complaints } = await open(`${preview.url}/activity`);
  const { keyboard } = page;
  const path = () => new URL(page.url()).pathname;
  // It starts with the page, which says what to do first.
  await page.getByText("Nothing was sent yet.").waitFor();
  expect(await findViolations(page)).toEqual([]);

  for (const emailId of ["orders/order", "account/welcome"]) {
    const sent = await preview.json<{ status: string }>("/api/send", {
      method: "POST",
      headers: { "content-type": "application/json", "x-letterpress": "1" },
      body: JSON.stringify({ emailId, variant: "default", to: ["ada@example.com"] }),
    });
    expect(sent.status).toBe("sent");
  }
  // They come into the list by themselves, and their states follow.
  const rows = page.getByRole("navigation", { name: "Messages" }).getByRole("listitem");
  await rows.nth(1).waitFor();
  await rows.filter({ hasText: "Delivered" }).nth(1).waitFor();
  await page.getByRole("figure").filter({ hasText: "Sent, and what became of it" }).waitFor();
  await page
    .getByRole("row")
    .filter({ hasText: /^All/ })
    .getByText("2", { exact: true })
    .first()
    .waitFor();
  expect(await findViolations(page)).toEqual([]);

  await keyboard.press("j");
  await page.getByRole("heading", { name: "Welcome: 3 lines" }).waitFor();
  await keyboard.press("j");
  await page.getByRole("heading", { name: "Thank you: 3 lines" }).waitFor();
  const track = page.getByRole("list", { name: "What became of it" }).getByRole("listitem");
  await track.filter({ hasText: "Delivered" }).waitFor();
  expect((await track.allInnerTexts()).map((text) => text.split("\n")[0])).toEqual([
    ...["Queued", "Sending", "Accepted", "Delivered", "Opened"],
  ]);
  await keyboard.press("2");
  await page.frameLocator('iframe[data-frame="shown"]').getByText("Line 3").waitFor();
  await keyboard.press("5");
  await page.getByRole("rowheader", { name: "Message-ID" }).waitFor();
  await keyboard.press("1");
  await page.getByRole("region", { name: "Timeline" }).getByText(/^250 /).waitFor();
  expect(await findViolations(page)).toEqual([]);

  // What an action does is said before it does it; leaving is the first choice.
  const again = page.getByRole("button", { name: "Send again" });
  await again.click();
  const dialog = page.getByRole("dialog", { name: "Send a second one?" });
  await dialog.getByText("ada@example.com may get it twice").waitFor();
  expect(await findViolations(page, "dialog")).toEqual([]);
  await keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(await rows.count()).toBe(2);
  const before = path();
  await again.click();
  await dialog.getByRole("button", { name: "Send a second one" }).click();
  await rows.nth(2).waitFor();
  await expect.poll(path).not.toBe(before);
  await page.getByRole("link", { name: "The other message" }).click();
  await expect.poll(path).toBe(before);

  await keyboard.press("/");
  await keyboard.type("to:ada subject:welcome");
  await expect.poll(() => rows.count()).toBe(1);
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Welcome: 3 lines" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Welcome: 3 lines" }).waitFor();
  await expect.poll(() => rows.count()).toBe(1);
  await keyboard.press("Escape");
  await expect.poll(() => rows.count()).toBe(3);
  await keyboard.press("Escape");
  await expect.poll(path).toBe("/activity");
  await page.getByRole("button", { name: /^Failed/ }).click();
  await page.getByText("No message.").waitFor();
  await page.getByRole("link", { name: "Suppressions" }).click();
  await page.getByText("Everyone gets mail").waitFor();
  expect(await findViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("on a phone, in the dark and with forced colours; without an outbox it says how to have one", async () => {
  const preview = await openPreview(letters, { outbox: false, atOnce: true });
  const { page } = await open(`${preview.url}/activity`);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  await page.getByRole("heading", { name: "No outbox" }).waitFor();
  await page.getByText("letterpress dev --outbox embedded").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await findViolations(page)).toEqual([]);
});

test("an outbox that does not answer is told, and why", async () => {
  const url = "postgres://127.0.0.1:1/shop";
  const preview = await openPreview(letters, { outbox: { url }, atOnce: true });
  const { page } = await open(`${preview.url}/activity`);
  await page.getByRole("heading", { name: "The outbox cannot be read" }).waitFor();
  await page
    .getByText(/the database does not answer/)
    .first()
    .waitFor();
  expect(await findViolations(page)).toEqual([]);
});
