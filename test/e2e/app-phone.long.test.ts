import { expect, onTestFinished, test } from "vitest";
import type { PhoneCode } from "../../preview/protocol/index.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

const email = (words: string) => `
  export default function Order({ who }) {
    return <p><a href="https://shop.example/">${words}</a> {who}</p>;
  }
  Order.PreviewProps = { who: "Ada" };
`;
const files = { "emails/order.tsx": email("Hello"), "emails/shipped.tsx": email("Shipped") };

test("a phone scans the code, sees the email at its own width, and follows each save", async () => {
  const preview = await openPreview(files, { phone: "127.0.0.1" });
  const { page, shows, complaints } = await open(`${preview.url}/emails/order`);
  await shows("order", "default");
  const asked = page.waitForResponse((answer) => answer.url().endsWith("/api/phone/code"));
  await page.keyboard.press("q");
  const dialog = page.getByRole("dialog", { name: "On a phone" });
  const code: PhoneCode = await (await asked).json();
  await dialog.getByRole("img", { name: "QR code that opens this email" }).waitFor();
  await dialog.getByText("cannot send, edit or read the inbox").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await findViolations(page, "dialog")).toEqual([]);
  }

  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const phone = await browser.newPage({
    ...{ viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true },
  });
  const renewed = page.waitForResponse((answer) => answer.url().endsWith("/api/phone/code"));
  await phone.goto(code.url);
  const shown = phone.frameLocator("iframe");
  await shown.getByText("Hello").waitFor();
  expect(await shown.locator("body").evaluate(() => innerWidth)).toBe(390);
  expect(await findViolations(phone)).toEqual([]);
  // The dialog has a fresh code for the next device.
  expect((await (await renewed).json()).url).not.toBe(code.url);
  await dialog.getByText("1 device can look now").waitFor();

  preview.write("emails/order.tsx", email("Goodbye"));
  await shown.getByText("Goodbye").waitFor();
  await phone.getByLabel("Email").selectOption("shipped");
  await shown.getByText("Shipped").waitFor();

  await dialog.getByRole("button", { name: "End for all" }).click();
  await dialog.getByText("1 device can look now").waitFor({ state: "detached" });
  await phone.reload();
  await phone.getByText("Scan the code that the preview shows").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
});

test("without --host the dialog says how to let a phone in", async () => {
  const preview = await openPreview(files);
  const { page, shows } = await open(`${preview.url}/emails/order`);
  await shows("order", "default");
  await page.getByRole("button", { name: "On a phone" }).click();
  const dialog = page.getByRole("dialog", { name: "On a phone" });
  await dialog.getByText("npx letterpress dev --host").waitFor();
  expect(await findViolations(page, "dialog")).toEqual([]);
});
