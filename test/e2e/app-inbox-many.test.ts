import { expect, test } from "vitest";
import type { InboxList } from "../../preview/protocol/index.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

/** A preview whose inbox has this many messages, `Message 1` the oldest, and a page of it. */
async function openWith(count: number) {
  const preview = await openPreview(letters);
  const client = await clientOf(preview);
  const send = (subject: string) =>
    client.sendMail({ from: "a@b.example", to: "c@d.example", subject, text: subject });
  for (let number = 1; number <= count; number += 1) await send(`Message ${number}`);
  const { page, complaints } = await open(`${preview.url}/inbox`);
  await page.locator(".inbox-row").first().waitFor();
  const subjects = async () => {
    const { messages } = await preview.json<InboxList>("/api/inbox");
    return messages.map(({ subject }) => subject);
  };
  const row = (subject: string) =>
    page.locator(".inbox-row", { has: page.getByText(subject, { exact: true }) });
  const heading = (name: string) => page.getByRole("heading", { name, exact: true }).waitFor();
  return { ...{ preview, page, complaints, send, subjects, row, heading } };
}

test("the list stays where one scrolled it while mail arrives, and says what is new above", async () => {
  const { page, send, row, heading, complaints } = await openWith(40);
  await page.getByRole("link", { name: /Message 40/ }).click();
  await heading("Message 40");
  const rows = page.locator(".list-rows");
  await rows.evaluate((element) => element.scrollTo(0, 1000));
  const seen = row("Message 25").first();
  await seen.waitFor();
  const before = await seen.boundingBox();
  expect(before).not.toBeNull();
  await send("Newer");
  await page.getByRole("button", { name: "1 new" }).waitFor();
  expect(await seen.boundingBox()).toEqual(before);
  expect(await rows.evaluate((element) => element.scrollTop)).toBe(1072);
  await send("Newest");
  await page.getByRole("button", { name: "2 new" }).waitFor();
  expect(await seen.boundingBox()).toEqual(before);
  expect(await findViolations(page, ".list-rows")).toEqual([]);

  await page.getByRole("button", { name: "2 new" }).click();
  await row("Newest").waitFor();
  expect(await rows.evaluate((element) => element.scrollTop)).toBe(0);
  expect(await page.locator(".inbox-new-pill").count()).toBe(0);
  // At the top, new mail shows itself.
  await send("Last");
  await row("Last").waitFor();
  expect(await page.locator(".inbox-new-pill").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("messages are selected by key, by shift and by box, and marked and deleted together", async () => {
  const { page, subjects, row, heading, complaints } = await openWith(7);
  const bar = page.getByRole("toolbar", { name: "Selected messages" });
  await page.getByRole("link", { name: /Message 7/ }).click();
  await heading("Message 7");
  await page.keyboard.press("x");
  await bar.getByText("1 selected").waitFor();
  await row("Message 5")
    .getByRole("link")
    .click({ modifiers: ["Shift"] });
  await bar.getByText("3 selected").waitFor();
  // What is open stays open.
  await heading("Message 7");
  await row("Message 6").getByRole("checkbox", { name: "Select Message 6" }).click();
  await bar.getByText("2 selected").waitFor();
  await page.getByRole("link", { name: "Inbox, 6 unread" }).waitFor();
  expect(await findViolations(page, ".list-rows")).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await findViolations(page, ".shell-list")).toEqual([]);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await findViolations(page, ".shell-list")).toEqual([]);

  await page.keyboard.press("u");
  await page.getByRole("link", { name: "Inbox, 5 unread" }).waitFor();
  await page.keyboard.press("u");
  await page.getByRole("link", { name: "Inbox, 7 unread" }).waitFor();
  await page.keyboard.press("e");
  await heading("Message 6");
  await page.getByText("2 messages deleted").first().waitFor();
  expect(await page.locator(".inbox-row").count()).toBe(5);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => page.locator(".inbox-row").count()).toBe(7);
  expect(await subjects()).toHaveLength(7);

  // Nothing is selected any more, and Escape lets go what is.
  await page.keyboard.press("x");
  await bar.waitFor();
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });

  // From a row that has the focus; the next row has it afterwards.
  await row("Message 4").getByRole("link").click();
  await heading("Message 4");
  await page.keyboard.press("x");
  await row("Message 2")
    .getByRole("link")
    .click({ modifiers: ["Shift"] });
  await bar.getByText("3 selected").waitFor();
  await bar.getByRole("button", { name: "Delete the selected" }).click();
  await heading("Message 1");
  await page.reload();
  await expect.poll(subjects).toEqual(["Message 7", "Message 6", "Message 5", "Message 1"]);
  expect(complaints).toEqual([]);
});

test("on a phone the inbox opens on its list, and a message folds its recipients", async () => {
  const { page, preview, heading } = await openWith(3);
  const client = await clientOf(preview);
  const to = Array.from({ length: 42 }, (_, at) => `person-${at}@example.com`);
  await client.sendMail({ from: "a@b.example", to, subject: "To many", text: "x" });
  const envelope = { from: "bounces@b.example", to };
  await client.sendMail({ from: "a@b.example", to: to[0], envelope, subject: "Hidden", text: "x" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${preview.url}/inbox`);
  const list = page.getByRole("navigation", { name: "All messages" });
  await list.getByRole("link", { name: /To many/ }).waitFor();
  expect(await list.locator(".inbox-row").count()).toBe(5);
  expect(await findViolations(page)).toEqual([]);
  await list.getByRole("link", { name: /To many/ }).click();
  await heading("To many");
  await page.getByRole("button", { name: "and 34 more" }).waitFor();
  await page.goBack();
  await list.waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  // Those of the envelope fold too, and each list opens by itself.
  await list.getByRole("link", { name: /Hidden/ }).click();
  await heading("Hidden");
  const envelopeFact = page.locator(".message-envelope");
  await envelopeFact.getByRole("button", { name: "and 34 more" }).click();
  await envelopeFact.getByText("person-41@example.com").waitFor();
  await page.getByRole("button", { name: "and 33 more" }).waitFor();
  expect(await findViolations(page, ".message-header")).toEqual([]);
});

test("a message leads back to its email by a key", async () => {
  const preview = await openPreview(letters);
  await preview.request("/api/send", {
    method: "POST",
    headers: { "content-type": "application/json", "x-letterpress": "1" },
    body: JSON.stringify({ emailId: "orders/order", variant: "no-lines", to: ["a@b.example"] }),
  });
  const { page, shows } = await open(`${preview.url}/inbox`);
  await page.getByRole("link", { name: /Thank you: 0 lines/ }).waitFor();
  await page.keyboard.press("j");
  await page.getByRole("heading", { name: "Thank you: 0 lines" }).waitFor();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog");
  await sheet.getByText("Open its email").waitFor();
  expect(await sheet.getByText("As the next client shows it").count()).toBe(0);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await page.keyboard.press("o");
  await shows("orders/order", "no-lines");
});

test("the tag of a message stands in its row, and leads to all that have it", async () => {
  const { page, preview, heading } = await openWith(2);
  const client = await clientOf(preview);
  for (const subject of ["First", "Second"]) {
    await client.sendMail({
      ...{ from: "a@b.example", to: "c@d.example", subject, text: subject },
      headers: { "X-PM-Tag": "order paid" },
    });
  }
  await page.getByRole("link", { name: /Second.*order paid/s }).click();
  await heading("Second");
  await page.locator(".message-facts").getByRole("link", { name: "order paid" }).click();
  await expect.poll(() => page.locator(".inbox-row").count()).toBe(2);
  await heading("Second");
  expect(await page.getByRole("searchbox").inputValue()).toBe('tag:"order paid"');
  expect(await findViolations(page, ".message-facts")).toEqual([]);
});
