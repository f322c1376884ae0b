import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letter, letters } from "./app-project.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

test("back and forward undo and redo each choice, and a reload loses none", async () => {
  const preview = await openPreview(letters);
  const { page, shows, isSamePage } = await open(`${preview.url}/`);
  const address = () => page.url().slice(preview.url.length);
  await page.locator(".gallery").getByRole("link", { name: "welcome" }).click();
  await shows("account/welcome", "default");
  await page.getByRole("treeitem", { name: "refund" }).click();
  await shows("orders/refund", "default");
  await page.getByRole("combobox", { name: "Variant" }).selectOption("no-lines");
  await shows("orders/refund", "no-lines");
  await page.keyboard.press("d");
  await page.getByRole("tab", { name: "HTML" }).click();
  const last = "/emails/orders/refund?variant=no-lines&view=html&theme=dark";
  await expect.poll(address).toBe(last);

  await page.goBack();
  await expect.poll(address).toBe("/emails/orders/refund?variant=no-lines&theme=dark");
  await page.goBack();
  await page.goBack();
  await expect.poll(address).toBe("/emails/orders/refund");
  await shows("orders/refund", "default");
  await page.goBack();
  await shows("account/welcome", "default");
  for (let step = 0; step < 4; step += 1) await page.goForward();
  await expect.poll(address).toBe(last);
  expect(await isSamePage()).toBe(true);
  await page.reload();
  await page.getByRole("region", { name: "HTML as it is sent" }).getByText(/<h1\b/).waitFor();
  expect(address()).toBe(last);
});

test("the inbox and back finds the same email in the same state", async () => {
  const preview = await openPreview(letters);
  const from = `${preview.url}/emails/orders/order?variant=forty-lines&width=375`;
  const { page, shows } = await open(from);
  await shows("orders/order", "forty-lines");
  await page.getByRole("link", { name: /^inbox/i }).click();
  await page.getByText("The inbox is empty").waitFor();
  await page.getByRole("link", { name: "Emails" }).click();
  await shows("orders/order", "forty-lines");
  expect(page.url()).toBe(from);
});

test("an address of what is not there says so, leads on, and shows it when it comes", async () => {
  const preview = await openPreview(letters);
  const { page, shows, email } = await open(`${preview.url}/emails/orders/ordr`);
  const alert = page.getByRole("alert");
  await alert.getByText("There is no email orders/ordr").waitFor();
  expect(await alert.getByRole("link").textContent()).toBe("orders/order");
  preview.write("emails/orders/ordr.tsx", letter("orders/ordr", "Here after all"));
  await shows("orders/ordr", "default");
  await expectText(email(), "Here after all");
  expect(await alert.count()).toBe(0);

  // It goes while it shows: the last of it stays behind the words.
  preview.remove("emails/orders/ordr.tsx");
  await alert.getByText("There is no email orders/ordr").waitFor();
  await expectText(email(), "Here after all");
});

test("a variant that is not there shows the default one and says so", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/orders/order?variant=gone`);
  await shows("orders/order", "default");
  await page.getByText("No variant “gone”").waitFor();
});

test("a server that goes and comes back is found again, with what changed meanwhile", async () => {
  const preview = await openPreview(letters);
  const { page, shows, email, isSamePage } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  await preview.server.restart();
  preview.write("emails/orders/order.tsx", letter("orders/order", "Since then"));
  await expectText(email(), "Since then");
  await page.getByText("The server is away").waitFor({ state: "detached" });
  expect(await isSamePage()).toBe(true);
});
