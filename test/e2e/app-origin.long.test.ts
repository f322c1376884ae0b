import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

test("a message's row has its recipient and variant, and leads back to the email, variant and props", async () => {
  const preview = await openPreview(letters);
  const props = encodeURIComponent('{"lines":2}');
  const { page, email, shows, complaints } = await open(
    `${preview.url}/emails/orders/order?variant=forty-lines&props=${props}`,
  );
  await shows("orders/order", "forty-lines");
  await page
    .getByRole("textbox", { name: /recipients/i })
    .fill("Ada <ada@example.com>, b@example.com");
  await page.getByRole("button", { name: "Send to inbox" }).click();
  await page.getByRole("link", { name: /^Open/ }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Thank you: 2 lines" });
  await row.getByText("to Ada and 1 more").waitFor();
  await row.getByText("forty lines", { exact: true }).waitFor();
  await page.getByText("forty lines, with edited props").waitFor();
  expect(await findViolations(page, "main, .shell-list, .message-header")).toEqual([]);
  const facts = page.locator(".message-facts");
  await facts.getByRole("link", { name: "orders/order" }).first().click();
  await shows("orders/order", "forty-lines");
  expect(new URL(page.url()).searchParams.get("props")).toBe('{"lines":2}');
  await expectText(email(), "Line 2");
  expect(await email().getByText(/^Line/).count()).toBe(2);
  expect(complaints).toEqual([]);
});

test("who emails are from is set in the config, shows in the line and beside Send, and follows a save", async () => {
  const preview = await openPreview({
    ...letters,
    "letterpress.config.ts": `export default { from: "Shop <orders@shop.example>" };\n`,
  });
  const { page, shows } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const line = page.locator(".inbox-line-sender");
  expect(await line.textContent()).toBe("Shop");
  const beside = page.locator(".send-from");
  await beside
    .getByText("From Shop <orders@shop.example>, as letterpress.config.ts says")
    .waitFor();
  await page.getByRole("button", { name: "Send to inbox" }).click();
  await page.getByRole("link", { name: /^Open/ }).click();
  await page.getByText("orders@shop.example").first().waitFor();
  await page.goBack();
  await shows("orders/order", "default");
  preview.write(
    "letterpress.config.ts",
    `export default { from: { name: "Foolscap, Ltd.", address: "hello@foolscap.example" } };\n`,
  );
  await expect.poll(() => line.textContent()).toBe("Foolscap, Ltd.");
  await beside
    .getByText(/hello@foolscap\.example/)
    .first()
    .waitFor();
  expect(await findViolations(page, ".stage-bar")).toEqual([]);
});
