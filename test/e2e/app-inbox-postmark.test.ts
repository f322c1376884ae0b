import { expect, test } from "vitest";
import { openPreview } from "../preview/plugin/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { letters } from "./app-project.ts";
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
