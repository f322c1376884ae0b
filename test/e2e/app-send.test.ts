import { createInbox } from "letterpress/inbox";
import { expect, onTestFinished, test } from "vitest";
import type { InboxList } from "../../preview/protocol/index.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();
const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";

/** A preview whose environment names a server with Postmark's rules, and a page of it. */
async function openSending(password = token) {
  const postmark = await createInbox({
    ...{ port: 0, mode: "strict", credentials: [{ serverToken: token }] },
  });
  onTestFinished(() => postmark.close());
  const { host } = new URL(postmark.smtpUrl);
  const url = `smtp://${token}:${password}@${host}`;
  const preview = await openPreview({
    ...letters,
    ".env": `MAIL_URL=${url}\nMAIL_FROM=shop@shop.example\n`,
  });
  const { page, shows, complaints } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  return {
    ...{ postmark, preview, page, shows, complaints, host },
    dialog: page.getByRole("dialog"),
    field: page.getByRole("textbox", { name: /recipients/i }),
    async choose(label: string) {
      await page.getByRole("button", { name: "Where to send, and how much" }).click();
      await page.getByRole("menuitemradio", { name: label }).click();
    },
  };
}

test("all variants at once, each with its own answer; to several; remembered", async () => {
  const { page, preview, dialog, field, choose, complaints } = await openSending();
  await field.fill(`"Lovelace, Ada" <ada@example.com>, bob@example.com`);
  await choose("All 3 variants");
  await page.getByRole("button", { name: "Send 3 to inbox" }).click();
  await dialog.getByRole("heading", { name: "3 of 3 sent" }).waitFor();
  expect(await dialog.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
    ...["default", "forty lines", "no lines"],
  ]);
  const { messages } = await preview.json<InboxList>("/api/inbox");
  expect(messages.map(({ subject, to }) => [subject, to.length]).sort()).toEqual([
    ...[
      ["Thank you: 0 lines", 2],
      ["Thank you: 3 lines", 2],
      ["Thank you: 40 lines", 2],
    ],
  ]);

  expect(await findViolations(page, ".send-dialog")).toEqual([]);

  // One variant fails on the way: it is told which, how far it came, and what was said.
  await page.keyboard.press("Escape");
  await choose("As it shows");
  await field.fill("rcpt-550@fault.test");
  await field.press("Enter");
  await dialog.getByRole("heading", { name: "It was not sent" }).waitFor();
  await dialog.getByText("The recipients were refused. No one has the message.").waitFor();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await findViolations(page, ".send-dialog")).toEqual([]);
  const said = await dialog.getByRole("list", { name: "SMTP conversation" }).textContent();
  expect(said).toContain("RCPT TO:<rcpt-550@fault.test>");
  expect(said).toMatch(/Server: 550/);
  await page.keyboard.press("Escape");

  // What was sent to before is one press away, also after a reload.
  await page.reload();
  await choose(`"Lovelace, Ada" <ada@example.com>, bob@example.com`);
  expect(await field.inputValue()).toContain("bob@example.com");
  expect(complaints).toEqual([]);
});

test("real people get mail by a deliberate press only, and the page has no secret", async () => {
  const { page, postmark, dialog, field, choose, host, shows, complaints } = await openSending();
  await field.fill("somebody@example.com");
  await choose("The mail server");
  // Recipients of a test do not come along.
  expect(await field.inputValue()).toBe("");
  await page.getByText(`Real mail by ${host}`).waitFor();
  await field.fill("ada@example.com");
  await field.blur();

  // The key leads to the question, and pressed again it sends nothing.
  await page.keyboard.press("s");
  await dialog.getByRole("heading", { name: "Send to 1 recipient?" }).waitFor();
  await dialog.getByText(`It leaves by ${host}`).waitFor();
  expect(await findViolations(page, ".send-dialog")).toEqual([]);
  expect(await dialog.getByRole("listitem").allTextContents()).toEqual(["ada@example.com"]);
  await page.keyboard.press("s");
  expect(
    await dialog
      .getByRole("button", { name: "Cancel" })
      .evaluate((button) => button.matches(":focus")),
  ).toBe(true);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(postmark.list()).toHaveLength(0);

  // As it shows: the variant of the address, with what was edited.
  await page.goto(`${page.url()}?variant=no-lines&props=${encodeURIComponent(`{"lines":7}`)}`);
  await shows("orders/order", "no-lines");
  await page.getByRole("button", { name: "Send by mail server" }).click();
  await dialog.getByRole("button", { name: `Send 1 email by ${host}` }).click();
  await page.getByText(`${host} accepted it for ada@example.com`).last().waitFor();
  expect(postmark.list().map(({ subject }) => subject)).toEqual(["Thank you: 7 lines"]);
  expect(await page.content()).not.toContain(token);
  expect(complaints).toEqual([]);
});

test("a send of which nobody knows whether it arrived is headed so", async () => {
  const { page, dialog, field } = await openSending();
  await field.fill("dot-drop@fault.test");
  await field.press("Enter");
  await dialog.getByRole("heading", { name: "It may have been sent" }).waitFor();
  await dialog.getByText("somebody may have it").waitFor();
  expect(await dialog.textContent()).not.toMatch(/was not sent|No one has|'rejected'|to\[/);
  expect(await findViolations(page, ".send-dialog")).toEqual([]);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await findViolations(page, ".send-dialog")).toEqual([]);
});

test("a refused login shows the conversation without the token", async () => {
  const { page, dialog, field, choose } = await openSending("0a0a0a0a-wrong-password");
  await choose("The mail server");
  await field.fill("ada@example.com");
  await field.press("Enter");
  await dialog.getByRole("button", { name: /^Send 1 email/ }).click();
  await dialog.getByText("The login was refused. No one has the message.").waitFor();
  const text = await dialog.textContent();
  expect(text).toContain("AUTH PLAIN ••••");
  expect(text).toMatch(/535/);
  for (const secret of [token, "wrong-password"])
    expect(await page.content()).not.toContain(secret);
});
