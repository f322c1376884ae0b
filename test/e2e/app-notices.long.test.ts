import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { letters } from "./app-project.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

test("that nobody is named is said until somebody is", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const field = page.getByRole("textbox", { name: /recipients/i });
  await field.fill("");
  await field.press("Enter");
  const notice = page.getByRole("region", { name: "Notice" });
  await notice.getByText("Name at least one recipient.").waitFor();
  await field.press("a");
  await notice.waitFor({ state: "detached" });
});

test("Undo goes once a deletion cannot be taken back", async () => {
  const preview = await openPreview(letters);
  const client = await clientOf(preview);
  for (const subject of ["First", "Second"]) {
    await client.sendMail({ from: "a@b.example", to: "c@d.example", subject, text: subject });
  }
  const { page } = await open(`${preview.url}/inbox`);
  await page.getByRole("link", { name: /Second/ }).click();
  await page.getByRole("heading", { name: "Second", exact: true }).waitFor();
  // Time stands still: what goes does not go by itself.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.keyboard.press("#");
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await undo.waitFor();
  await page.getByRole("button", { name: "Clear the inbox" }).click();
  await page.getByRole("button", { name: /^Delete all/ }).click();
  await undo.waitFor({ state: "detached" });
});

test("a tooltip names the key that works in this room, for this message", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const keyOfClient = async () => {
    await page.getByRole("button", { name: "Client", exact: true }).hover();
    const tooltip = page.locator(".tooltip", { hasText: "Client" });
    await tooltip.waitFor();
    const key = await tooltip.locator(".kbd").allTextContents();
    await page.mouse.move(0, 0);
    await tooltip.waitFor({ state: "detached" });
    return key;
  };
  expect(await keyOfClient()).toEqual(["O"]);

  // In the inbox O opens the email that made the message, where one did.
  await page.getByRole("button", { name: "Send to inbox" }).click();
  await page.getByRole("link", { name: /^Open/ }).click();
  await page
    .locator(".message-facts")
    .getByRole("link", { name: "orders/order" })
    .first()
    .waitFor();
  expect(await keyOfClient()).toEqual([]);
  const client = await clientOf(preview);
  await client.sendMail({
    from: "a@b.example",
    to: "c@d.example",
    subject: "Other",
    html: "<p>Hi",
  });
  await page.getByRole("link", { name: /Other/ }).click();
  await page.getByRole("heading", { name: "Other", exact: true }).waitFor();
  expect(await keyOfClient()).toEqual(["O"]);
});
