import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letter, letters } from "./app-project.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

/** What an expression is in the window of the frame that shows. */
function inFrame<T>(page: Page, read: (window: Window & typeof globalThis) => T): Promise<T> {
  return page.evaluate<T>(
    `(${read})(document.querySelector('iframe[data-frame="shown"]').contentWindow)`,
  );
}

const textColour = (window: Window) => window.getComputedStyle(window.document.body).color;

test("while an email is saved again and again, the frame is never blank and never doubled", async () => {
  const preview = await openPreview(letters);
  const { page, shows, complaints } = await open(
    `${preview.url}/emails/orders/order?variant=forty-lines`,
  );
  await shows("orders/order", "forty-lines");
  await inFrame(page, (window) => window.scrollTo(0, 900));
  await page.evaluate(() => {
    const seen = { blank: 0, doubled: 0, moved: 0, frames: 0 };
    Object.assign(window, { seen });
    const look = () => {
      const frames = [...document.querySelectorAll("iframe")].filter(
        (frame) => getComputedStyle(frame).visibility === "visible",
      );
      seen.frames += 1;
      if (frames.length > 1) seen.doubled += 1;
      if (!frames[0]?.contentDocument?.body?.textContent?.includes("Line 40")) seen.blank += 1;
      if (frames[0]?.contentWindow?.scrollY !== 900) seen.moved += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  for (const heading of ["One", "Two", "Three", "Four"]) {
    preview.write("emails/orders/order.tsx", letter("orders/order", heading));
    await shows("orders/order", "forty-lines", { newer: true });
    await page.frameLocator(`iframe[data-frame="shown"]`).getByText(heading).waitFor();
  }
  const seen = await page.evaluate(() => (window as unknown as { seen: object }).seen);
  expect(seen).toMatchObject({ blank: 0, doubled: 0, moved: 0 });
  expect(complaints).toEqual([]);
});

test.each([
  ["a light one", "light"],
  ["a dark one", "dark"],
  ["no preference emulated", null],
] as const)(
  "light and dark are what the email's own media queries see, in a browser with %s",
  async (_, colorScheme) => {
    const preview = await openPreview(letters);
    const { page, shows } = await open(`${preview.url}/emails/orders/order`);
    await page.emulateMedia({ colorScheme });
    await shows("orders/order", "default");
    await expect.poll(() => inFrame(page, textColour)).toBe("rgb(1, 1, 1)");
    await page.keyboard.press("d");
    await expect.poll(() => inFrame(page, textColour)).toBe("rgb(2, 2, 2)");
    expect(new URL(page.url()).search).toBe("?theme=dark");

    // What comes after a save is dark from its first frame.
    preview.write("emails/orders/order.tsx", letter("orders/order", "Changed"));
    await shows("orders/order", "default", { newer: true });
    expect(await inFrame(page, textColour)).toBe("rgb(2, 2, 2)");
    await page.reload();
    await shows("orders/order", "default");
    expect(await inFrame(page, textColour)).toBe("rgb(2, 2, 2)");
    // Behind the author's dark stand the two that clients make.
    for (const _ of ["partial", "full", "light"]) await page.keyboard.press("d");
    await expect.poll(() => inFrame(page, textColour)).toBe("rgb(1, 1, 1)");
  },
);

test("a phone is 375 px wide to the email, a dragged edge as wide as it says, a desktop the rest", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const width = () => inFrame(page, (window) => window.document.documentElement.clientWidth);
  expect(await width()).toBeGreaterThan(800);

  await page.getByRole("button", { name: "Phone", exact: true }).click();
  await expect.poll(width).toBe(375);
  expect(new URL(page.url()).search).toBe("?width=375");
  expect(
    await inFrame(page, (window) => {
      const heading = window.document.querySelector("h1");
      return heading && window.getComputedStyle(heading).color;
    }),
  ).toBe("rgb(3, 3, 3)");

  const handle = page.getByRole("separator", { name: "Width of the frame" });
  const box = await handle.boundingBox();
  if (!box) throw new Error("the edge is not to be seen");
  await page.mouse.move(box.x + 7, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 57, box.y + box.height / 2, { steps: 4 });
  await page.getByText("475 px").first().waitFor();
  await page.mouse.up();
  await expect.poll(width).toBe(475);
  expect(new URL(page.url()).search).toBe("?width=475");
  await handle.press("ArrowLeft");
  await expect.poll(width).toBe(467);

  await page.getByRole("button", { name: "Phone and desktop" }).click();
  await expect.poll(() => page.locator(`iframe[data-frame="shown"]`).count()).toBe(2);
  await page.getByRole("button", { name: "Desktop", exact: true }).click();
  await expect.poll(width).toBeGreaterThan(800);
  expect(new URL(page.url()).search).toBe("");
});

test("a link is not followed; where it leads is told, and opens only from there", async () => {
  const preview = await openPreview(letters);
  const { page, shows, email } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  await email().getByText("See the order").click();
  await page.getByText("Link to https://shop.example/orders?id=1").last().waitFor();
  const leave = page.getByRole("link", { name: "Open" });
  expect(await leave.getAttribute("href")).toBe("https://shop.example/orders?id=1");
  expect(await leave.getAttribute("rel")).toContain("noreferrer");
  await expectText(email(), "Thank you");
  expect(page.context().pages()).toHaveLength(1);
});
