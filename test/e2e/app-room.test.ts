import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

test("side by side is a phone and a true desktop, drawn smaller where the room is narrower", async () => {
  const preview = await openPreview(letters);
  const { page, shows, complaints } = await open(`${preview.url}/emails/orders/order?width=both`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await shows("orders/order", "default");
  const captions = page.locator(".sheet-caption");
  await captions.getByText(/^Desktop 800, \d+ %$/).waitFor();
  const widths = () =>
    page
      .locator(`iframe[data-frame="shown"]`)
      .evaluateAll((frames) =>
        frames.map((frame) => (frame as HTMLIFrameElement).contentWindow?.innerWidth),
      );
  await expect.poll(widths).toEqual([375, 800]);
  const table = page.locator(".light-table-scroll");
  const overflow = () => table.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);

  // Where there is the room, it has all of it; by one key it is the phone alone.
  await page.setViewportSize({ width: 2200, height: 900 });
  await captions.getByText(/^Desktop \d{4}$/).waitFor();
  await page.keyboard.press("m");
  await expect.poll(widths).toEqual([375]);
  expect(complaints).toEqual([]);
});

test("dark, as a client shows it that has no dark styles, says why it is light", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(
    `${preview.url}/emails/orders/order?theme=dark&client=outlook`,
  );
  await shows("orders/order", "default");
  await page
    .locator(".sheet-caption")
    .getByText(/ignores an email's dark styles \(prefers-color-scheme\), so it stays light/)
    .waitFor();
});

test("with forced colours, each state is told by a line, and focus by another", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/orders/order`);
  await page.emulateMedia({ forcedColors: "active" });
  await shows("orders/order", "default");
  const lineOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await lineOf(".tree-line[aria-selected='true']")).toBe("solid");
  expect(await lineOf(".tree-line[aria-selected='false']")).toBe("none");
  expect(await lineOf(".icon-button[data-width='desktop']")).toBe("solid");
  await page.locator(".tree-line[aria-selected='true']").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await lineOf(".tree-line:focus-visible")).toBe("double");
  expect(await findViolations(page)).toEqual([]);
  // In colours, a ring of focus has not the colour of an error.
  await page.emulateMedia({ forcedColors: "none" });
  const [ring, error] = await page.locator(".tree-line:focus-visible").evaluate((element) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "var(--accent)";
    return [getComputedStyle(element).outlineColor, getComputedStyle(probe).color];
  });
  expect(ring).not.toBe(error);
});
