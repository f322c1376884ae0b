import { expect, test } from "vitest";
import type { Project } from "../../preview/protocol.ts";
import { openPreview } from "../preview/plugin/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { letters } from "./app-project.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("an empty inbox says where it listens; a full one fills by itself", async () => {
  const preview = await openPreview(letters);
  const { page, email, complaints } = await open(`${preview.url}/inbox`);
  const { send } = await preview.json<Project>("/api/project");
  await page.getByText("The inbox is empty").waitFor();
  await page.locator(".smtp-address").getByText(send.address).waitFor();
  expect(await page.locator(".snippet").count()).toBe(3);

  const client = await clientOf(preview);
  await client.sendMail({
    from: "Shop <orders@shop.example>",
    to: ["Ada <ada@example.com>", "grace@example.com"],
    cc: "team@example.com",
    replyTo: "help@shop.example",
    subject: "Invoice",
    text: "The invoice as text",
    html: `<p>The invoice</p><img src="cid:logo" width="1" alt="logo">`,
    attachments: [
      { filename: "invoice.pdf", content: Buffer.alloc(2048) },
      { filename: "logo.png", cid: "logo", content: Buffer.from(onePixel, "base64") },
    ],
  });
  await client.sendMail({ from: "a@b.example", to: "c@d.example", subject: "Plain", text: "Only" });
  await page.getByRole("link", { name: "Inbox, 2 unread" }).waitFor();

  await page.getByRole("link", { name: /Invoice/ }).click();
  await page.getByRole("heading", { name: "Invoice" }).waitFor();
  await expectText(email(), "The invoice");
  const picture = email().getByAltText("logo");
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await page.getByRole("link", { name: "Inbox, 1 unread" }).waitFor();
  const header = page.locator(".message-header");
  for (const fact of ["team@example.com", "help@shop.example", "invoice.pdf", "2.0 KB"]) {
    expect(await header.textContent()).toContain(fact);
  }
  expect(await header.textContent()).toContain(
    "orders@shop.example → ada@example.com, grace@example.com, team@example.com",
  );

  await page.getByRole("tab", { name: "Text" }).click();
  await page.getByRole("tabpanel").getByText("The invoice as text").waitFor();
  await page.getByRole("tab", { name: "Headers" }).click();
  await page.getByRole("rowheader", { name: "Reply-To" }).waitFor();
  await page.getByRole("tab", { name: "Raw" }).click();
  await page.getByRole("tabpanel").getByText("multipart/mixed").first().waitFor();
  expect(new URL(page.url()).search).toBe("?view=raw");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as .eml" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.eml$/);
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: /invoice\.pdf/ }).click();
  expect((await file).suggestedFilename()).toBe("invoice.pdf");
  expect(complaints).toEqual([]);
});

test("messages are walked by key, filtered, deleted and cleared", async () => {
  const preview = await openPreview(letters);
  const client = await clientOf(preview);
  for (const subject of ["One", "Two", "Three"]) {
    await client.sendMail({ from: "a@b.example", to: "c@d.example", subject, text: subject });
  }
  const { page } = await open(`${preview.url}/inbox`);
  const heading = (name: string) => page.getByRole("heading", { name, exact: true }).waitFor();
  const rows = () => page.locator(".inbox-row").count();
  await expect.poll(rows).toBe(3);
  await page.keyboard.press("j");
  await heading("Three");
  await page.keyboard.press("j");
  await heading("Two");
  // Without HTML, its text shows.
  expect(await page.getByRole("tab", { selected: true }).textContent()).toBe("Text");

  await page.getByRole("button", { name: "Delete this message" }).click();
  await heading("One");
  await expect.poll(rows).toBe(2);
  await page.goBack();
  await heading("Three");

  await page.keyboard.press("/");
  await page.keyboard.type("one");
  await expect.poll(rows).toBe(1);
  await page.keyboard.press("Escape");
  await expect.poll(rows).toBe(2);

  await page.getByRole("button", { name: "Clear the inbox" }).click();
  expect(await rows()).toBe(2);
  await page.getByRole("button", { name: "Delete all 2" }).click();
  await page.getByText("The inbox is empty").waitFor();
  expect(await preview.json("/api/inbox")).toMatchObject({ messages: [] });
});

test("a message that is deleted elsewhere while it is read says so", async () => {
  const preview = await openPreview(letters);
  const client = await clientOf(preview);
  await client.sendMail({ from: "a@b.example", to: "c@d.example", subject: "One", text: "One" });
  const { page } = await open(`${preview.url}/inbox`);
  await page.getByRole("link", { name: /One/ }).click();
  await page.getByRole("heading", { name: "One" }).waitFor();
  await preview.request("/api/inbox", { method: "DELETE", headers: { "x-letterpress": "1" } });
  await page.getByText("Deleted from the inbox").waitFor();
  await page.reload();
  await page.getByText("This message is gone").waitFor();
});
