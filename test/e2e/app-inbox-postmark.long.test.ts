import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";

test("a message as tutorials send it shows what the real Postmark would not take", async () => {
  const preview = await openPreview(letters);
  const tutorial = await clientOf(preview, { user: token, pass: "x" });
  const bouncing = "hardbounce@bounce-testing.postmarkapp.com";
  await tutorial.sendMail({
    from: "orders@shop.example",
    to: ["ada@example.com", bouncing],
    subject: "Tutorial",
    text: "Hello",
    headers: { "X-Postmark-Server-Token": token, "X-PM-Metadata-order": "10428" },
  });
  const { page } = await open(`${preview.url}/inbox`);
  await page.getByRole("link", { name: /Tutorial.*Recipients would see/ }).click();
  const problems = page.getByRole("list", { name: "What the real Postmark would not take" });
  await problems.getByText("Exposed").waitFor();
  await problems.getByText("X-Postmark-Server-Token stands in the message").waitFor();
  await problems
    .getByText(/password/)
    .first()
    .waitFor();

  const facts = page.locator(".message-facts");
  await facts.getByText("Accepted ada@example.com").waitFor();
  await facts.getByText(`Bounced (HardBounce) ${bouncing}`).waitFor();

  await page.getByRole("tab", { name: "Headers" }).click();
  const row = page.getByRole("row", { name: /X-Postmark-Server-Token/i });
  expect(await row.getByRole("cell").textContent()).toBe("•••• (hidden)");
  const cell = (name: string) => page.getByRole("row", { name }).getByRole("cell").textContent();
  expect(await cell("X-PM-Metadata-Order")).toBe("10428stripped before delivery");
  expect(await cell("Message-ID")).toMatch(/^<.+@.+><.+@mtasv\.net>replaced by Postmark$/);
  await page.getByRole("tab", { name: "SMTP" }).click();
  await page.getByText("AUTH PLAIN •••• (hidden)").waitFor();
  expect(await page.locator("body").textContent()).not.toContain(token);
  await page.getByRole("tab", { name: "MIME" }).click();
  await page.getByText("The server token stands here as it was sent").waitFor();
});

const forms = [
  { name: "light", colorScheme: "light", width: 1400 },
  { name: "dark on a phone", colorScheme: "dark", width: 360 },
] as const;

test("no view of a message that has everything breaks a rule of axe", async () => {
  const preview = await openPreview(letters);
  const tutorial = await clientOf(preview, { user: token, pass: "x" });
  const mail = { from: "orders@shop.example", to: "ada@example.com" };
  await tutorial.sendMail({ ...mail, messageId: "<1@shop.example>", subject: "First", text: "1" });
  await tutorial.sendMail({
    ...{ ...mail, subject: "Everything", references: "<1@shop.example>" },
    text: "Your code is 482913",
    html: `<a href="https://shop.example">Shop</a><img src="cid:dot" alt="">`,
    headers: {
      ...{ "X-Postmark-Server-Token": token, "X-PM-Message-Stream": "broadcast" },
      ...{ "X-PM-Track-Opens": "true", "X-PM-Metadata-order": "10428", "X-PM-Tag": "ü" },
    },
    attachments: [
      { filename: "dot.png", cid: "dot", content: Buffer.from("nothing") },
      { filename: "setup.exe", content: "x" },
    ],
    icalEvent: {
      method: "REQUEST",
      content:
        "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Office:20261003T100000\nSUMMARY:Fitting\nEND:VEVENT\nEND:VCALENDAR",
    },
  });
  const { page } = await open(`${preview.url}/inbox`);
  await page.getByRole("link", { name: /Everything/ }).click();
  await page.getByRole("tab", { name: "HTML" }).waitFor();
  const found: Record<string, string[]> = {};
  for (const { name, colorScheme, width } of forms) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    for (const tab of await page.getByRole("tab").all()) {
      const view = (await tab.textContent()) ?? "";
      // The code views look the same for every page, and are looked at with the emails.
      if (width < 640 && /MIME|Source/.test(view)) continue;
      await tab.click();
      if (view.startsWith("Calendar")) await page.getByRole("article").waitFor();
      if (/MIME|Source/.test(view)) await page.locator(".cm-line").first().waitFor();
      found[`${view}, ${name}`] = await findViolations(page, "[role=tabpanel]");
    }
    found[`the page, ${name}`] = await findViolations(page);
    // However tall the header is, what stands below it can be reached.
    const box = await page.getByRole("tabpanel").boundingBox();
    expect(box?.height).toBeGreaterThan(280);
  }
  expect(Object.keys(found)).toHaveLength(20);
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  await page.setViewportSize({ width: 1400, height: 800 });
  await tutorial.sendMail({ ...mail, to: "rcpt-550@fault.test" }).catch(() => undefined);
  await page.keyboard.press("Escape");
  await page.locator("summary", { hasText: "550" }).click();
  expect(await findViolations(page, "main")).toEqual([]);
  await page.keyboard.press("/");
  await page.keyboard.type("before:never");
  await page.getByText("is no date").waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "has:attachment with a file" }).waitFor();
  expect(await findViolations(page)).toEqual([]);
});
