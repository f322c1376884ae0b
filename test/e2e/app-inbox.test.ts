import { expect, test } from "vitest";
import type { InboxList, Project } from "../../preview/protocol/index.ts";
import { openPreview } from "../preview/server/open-preview.ts";
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

  await page.getByRole("tab", { name: "Text" }).click();
  await page.getByRole("tabpanel").getByText("The invoice as text").waitFor();
  await page.getByRole("tab", { name: "Headers" }).click();
  await page.getByRole("rowheader", { name: "Reply-To" }).waitFor();
  await page.getByRole("tab", { name: "MIME" }).click();
  await page.getByRole("tabpanel").getByText("multipart/mixed").first().waitFor();
  expect(new URL(page.url()).search).toBe("?view=raw");
  await page.keyboard.press("2");
  await page.getByRole("tabpanel").getByText('<img src="cid:logo"').waitFor();
  await page.keyboard.press("6");
  await page.getByRole("tabpanel").getByText("RCPT TO:<team@example.com>").waitFor();
  await page.keyboard.press("8");
  const files = page.getByRole("region", { name: "Files" });
  await files.getByText("image/png, 70 B").waitFor();
  const shown = files.locator("img").first();
  await expect.poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as .eml" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.eml$/);
  const file = page.waitForEvent("download");
  await header.getByRole("link", { name: /invoice\.pdf/ }).click();
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

  // By key, and back again before it is gone for good.
  await page.keyboard.press("e");
  await heading("One");
  await expect.poll(rows).toBe(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await heading("Three");
  await expect.poll(rows).toBe(2);
  await page.keyboard.press("u");
  await page.getByRole("link", { name: "Inbox, 1 unread" }).waitFor();
  await page.keyboard.press("u");
  await page.getByRole("link", { name: "Inbox", exact: true }).waitFor();

  // What is deleted gives way to what the search leaves, seen in the same way.
  await client.sendMail({ from: "a@b.example", to: "c@d.example", subject: "One more", text: "1" });
  await page.getByRole("tab", { name: "Headers" }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("subject:one");
  await expect.poll(rows).toBe(2);
  await page.keyboard.press("Enter");
  await heading("One more");
  await page.getByRole("button", { name: "Delete this message" }).click();
  await heading("One");
  await page.waitForURL(/search=subject%3Aone&view=headers$/);
  await page.getByRole("searchbox").press("Escape");
  await expect.poll(rows).toBe(2);

  await client.sendMail({ from: "a@b.example", to: "c@d.example", subject: "New", text: "New" });
  await page.getByRole("link", { name: "Inbox, 1 unread" }).waitFor();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await page.getByRole("link", { name: "Inbox", exact: true }).waitFor();
  await page.getByRole("button", { name: "Clear the inbox" }).click();
  expect(await rows()).toBe(3);
  await page.getByRole("button", { name: "Delete all 3" }).click();
  await page.getByText("The inbox is empty").waitFor();
  expect(await preview.json("/api/inbox")).toMatchObject({ messages: [] });
});

test("threads, mailboxes and the search bring together what one looks for", async () => {
  const preview = await openPreview(letters);
  const client = await clientOf(preview);
  const order = { from: "Shop <orders@shop.example>", to: "Ada <ada@example.com>" };
  const references = "<order@shop.example>";
  await client.sendMail({ ...order, messageId: references, subject: "Confirmed", text: "Thanks" });
  await client.sendMail({
    ...{ from: "news@shop.example", to: "list@example.com", subject: "Autumn", text: "pm" },
    headers: { "X-PM-Message-Stream": "broadcast", "X-PM-Tag": "newsletter" },
  });
  await client.sendMail({
    ...{ ...order, references, subject: "Shipped" },
    text: `${"So it goes. ".repeat(60)} Postage was 5 €.`,
    attachments: [{ filename: "label.pdf", content: Buffer.alloc(9) }],
  });
  const { page, complaints } = await open(`${preview.url}/inbox`);
  const rows = page.locator(".inbox-row");
  const subjects = async () => (await rows.locator(".inbox-row-subject").allTextContents()).join();
  await expect.poll(subjects).toBe("Shipped,Autumn");
  await page.getByRole("link", { name: /Shop to Ada.*2 messages/ }).click();
  const thread = page.getByRole("navigation", { name: "Thread" });
  await thread.getByText("2 messages in this thread").waitFor();
  await page.keyboard.press("n");
  await page.getByRole("heading", { name: "Confirmed" }).waitFor();
  expect(await thread.locator("[aria-current]").textContent()).toContain("Confirmed");
  await thread.getByRole("link", { name: /Shipped/ }).click();
  await page.getByRole("heading", { name: "Shipped" }).waitFor();

  const mailboxes = page.getByRole("group", { name: "Mailbox" });
  expect(await mailboxes.getByRole("button").allTextContents()).toEqual([
    ...["All3", "outbound2", "broadcast1"],
  ]);
  await mailboxes.getByRole("button", { name: /broadcast/ }).click();
  await expect.poll(subjects).toBe("Autumn");
  expect(new URL(page.url()).search).toBe("?mailbox=broadcast");
  await page.goBack();
  await expect.poll(subjects).toBe("Shipped,Autumn");

  const field = page.getByRole("searchbox");
  for (const [typed, found] of [
    ["from:orders has:attachment", "Shipped"],
    ['to:list tag:"newsletter"', "Autumn"],
    ["after:today", "Shipped,Autumn"],
    ["before:today", ""],
    // Far down in the text, so that only the server knows.
    ["postage was", "Shipped"],
  ]) {
    await field.fill(typed ?? "");
    await expect.poll(subjects).toBe(found);
  }
  await page.getByText("1 of 3 messages").waitFor();
  await field.fill("before:soon autumn");
  await page.getByText("“soon” is no date. Write before:2026-11-22").waitFor();
  await expect.poll(subjects).toBe("Autumn");
  await page.waitForURL(/search=before%3Asoon\+autumn/);
  await page.reload();
  await expect.poll(subjects).toBe("Autumn");
  await client.sendMail({ ...order, subject: "Winter", text: "x" });
  await client.sendMail({ ...order, subject: "Late autumn", text: "x" });
  await expect.poll(subjects).toBe("Late autumn,Autumn");
  await field.press("Escape");
  await field.press("Escape");
  await page.keyboard.press("/");
  await page.getByRole("button", { name: "has:attachment with a file" }).click();
  await expect.poll(subjects).toBe("Shipped");
  expect(complaints).toEqual([]);
});

const invitation = `BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Berlin:20261003T100000
DTEND;TZID=Europe/Berlin:20261003T113000
RRULE:FREQ=MONTHLY;BYDAY=1SA;COUNT=6
SUMMARY:Fitting
LOCATION:Berlin
ORGANIZER;CN=Shop:mailto:orders@shop.example
ATTENDEE;CN=Ada;PARTSTAT=ACCEPTED:mailto:ada@example.com
END:VEVENT
END:VCALENDAR`;

test("links, codes and invitations are lifted out of a message", async () => {
  const preview = await openPreview(letters);
  const client = await clientOf(preview);
  await client.sendMail({
    ...{ from: "orders@shop.example", to: "ada@example.com", subject: "Sign in" },
    text: "Your code is 482 913",
    html: `<a href="https://shop.example/verify?a=1&amp;b=2">Verify</a> <a href="javascript:alert(1)">Do not</a>`,
    icalEvent: { method: "REQUEST", content: invitation },
  });
  const { page, complaints } = await open(`${preview.url}/inbox`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("link", { name: /Sign in/ }).click();
  await page.getByRole("button", { name: "Copy the code 482913" }).click();
  await expect.poll(clipboard).toBe("482913");

  await page.getByRole("tab", { name: "Links 2" }).click();
  const links = page.getByRole("region", { name: "Links" });
  await links.getByRole("button", { name: "Copy the address of Verify" }).click();
  await expect.poll(clipboard).toBe("https://shop.example/verify?a=1&b=2");
  expect(await links.getByRole("link").count()).toBe(1);

  await page.keyboard.press("9");
  const event = page.getByRole("article");
  await event.getByRole("heading", { name: "Fitting" }).waitFor();
  const words = await event.textContent();
  for (const part of [
    ...["Invitation", "Saturday 3 October 2026, 10:00 – 11:30", "Europe/Berlin"],
    ...["Every month on the first Saturday, 6 times", "Ada ada@example.com accepted"],
  ]) {
    expect(words).toContain(part);
  }
  expect(complaints).toEqual([]);
});

test("five thousand messages are listed, searched and walked like five", async () => {
  const preview = await openPreview(letters);
  const client = await clientOf(preview);
  await client.sendMail({ from: "a@b.example", to: "c@d.example", subject: "Real", text: "Real" });
  const list = await preview.json<InboxList>("/api/inbox");
  const [real] = list.messages;
  if (!real) throw new Error("the message did not arrive");
  const messages = Array.from({ length: 5000 }, (_, n) => ({
    ...{ ...real, id: `${n}`, subject: `Message ${n}`, threadIds: [`<${n}>`] },
    tag: n % 10 === 0 ? "tenth" : null,
  }));
  const { page, complaints } = await open(`${preview.url}/emails/orders/order`);
  await page.route("**/api/inbox", (route) =>
    route.fulfill({ json: { ...list, messages: [...messages, real] } }),
  );
  await page.goto(`${preview.url}/inbox`);
  const row = (subject: string) =>
    page.locator(".inbox-row-subject").getByText(subject, { exact: true });
  await row("Message 0").waitFor();
  expect(await page.locator(".inbox-row").count()).toBeLessThan(60);
  await page.getByText("5,001 messages").waitFor();
  await page.locator(".list-rows").evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
  await row("Real").waitFor();
  expect(await page.locator(".inbox-row").count()).toBeLessThan(60);
  await page.getByRole("searchbox").fill('tag:tenth subject:"Message 49"');
  await page.getByText("11 of 5,001 messages").waitFor();
  await row("Message 4990").waitFor();
  await page.getByRole("searchbox").press("Escape");
  await client.sendMail({ from: "a@b.example", to: "c@d.example", subject: "Late", text: "Late" });
  await page.getByText("5,002 messages").waitFor();
  await page.getByRole("searchbox").press("Escape");
  await page.keyboard.press("j");
  await page.getByRole("heading", { name: "Late" }).waitFor();
  await row("Late").waitFor();
  expect(complaints).toEqual([]);
});

test("a message that is deleted elsewhere says so, and one that never came says why", async () => {
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

  // What never arrived tells why where no message is opened.
  const refused = client.sendMail({ from: "a@b.example", to: "rcpt-550@fault.test", text: "x" });
  await expect(refused).rejects.toThrow("550");
  await page.keyboard.press("Escape");
  await page.locator("summary", { hasText: "550 5.1.1" }).click();
  await page.getByText("RCPT TO:<rcpt-550@fault.test>").waitFor();
});
