import type { Server } from "node:http";
import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

const invoice = `import { defineEmail } from "letterpress";

function Invoice({ total, label }: { total: number; label?: string }) {
  return <html lang="en"><body><h1>{label} {total.toFixed(2)}</h1></body></html>;
}
export default defineEmail({
  id: "invoice",
  component: Invoice,
  subject: "Invoice",
  variants: { default: { total: 3, label: "Total" } },
});
`;

test("an email that is waited for is named over the old one, and so is a server that is away", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/account/welcome`);
  await shows("account/welcome", "default");
  // The answer is held back, as by an email that takes long; another is not to be had at all.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isAway = true;
  await page.route("**/api/emails/orders/refund*", async (route) => {
    await held;
    await route.continue();
  });
  await page.route("**/api/emails/orders/order*", (route) =>
    isAway ? route.abort() : route.continue(),
  );
  // So that nothing was loaded ahead.
  await page.reload();
  await shows("account/welcome", "default");
  const waiting = page.locator(".stage-waiting");
  await page.getByRole("treeitem", { name: "refund" }).click();
  await waiting.getByText("Waiting for orders/refund").waitFor();
  await waiting.getByText("Behind this: account/welcome").waitFor();
  expect(await findViolations(page, ".stage-waiting")).toEqual([]);
  release();
  await shows("orders/refund", "default");
  expect(await waiting.count()).toBe(0);

  // Away: told at once; back by itself.
  await page.getByRole("treeitem", { name: "order", exact: true }).click();
  await waiting.getByText("The server is away: orders/order cannot be shown yet").waitFor();
  await waiting.getByText("It comes by itself once the server is back.").waitFor();
  isAway = false;
  // A connection that ends is what a page hears of a server that was started again.
  (preview.server.httpServer as Server).closeAllConnections();
  await shows("orders/order", "default");
  expect(await waiting.count()).toBe(0);
});

test("props are told apart from their types, and a crash of edited props can be taken back", async () => {
  const preview = await openPreview({ "emails/invoice.tsx": invoice });
  const { page, shows } = await open(
    `${preview.url}/emails/invoice?props=${encodeURIComponent(`{"total":"three"}`)}`,
  );
  const reset = page.getByRole("button", { name: "Reset the props" });
  await reset.waitFor();
  await page.keyboard.press("p");
  await page.getByText('Its type asks for number, this is "three"').waitFor();
  await page.getByRole("tab", { name: "JSON" }).click();
  await page.getByRole("list", { name: "Faults" }).getByText("Its type asks for number").waitFor();
  expect(await findViolations(page, ".error-panel")).toEqual([]);
  await reset.click();
  await shows("invoice", "default");
  expect(new URL(page.url()).searchParams.get("props")).toBeNull();

  await page.getByRole("tab", { name: "Form" }).click();
  const total = page.getByRole("textbox", { name: "total" });
  await total.fill("3x");
  await page.getByText("“3x” is not a number; 3 still counts").waitFor();
  await total.fill("");
  await page.getByText("Needs a number; 3 still counts").waitFor();
  expect(await findViolations(page, ".props-form")).toEqual([]);
  await total.fill("4");
  await expect.poll(() => page.locator(".props-form .prop-issue").count()).toBe(0);
});
