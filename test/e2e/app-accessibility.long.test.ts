import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letter, letters } from "./app-project.ts";
import { editable } from "./app-props-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

/** What to look at. Without a path it is reached from the one before, which saves a page load. */
const pages: readonly {
  name: string;
  path?: string;
  reach?: (page: Page) => Promise<unknown>;
}[] = [
  {
    ...{ name: "the gallery", path: "/" },
    reach: async (page) => {
      await page.locator(".gallery iframe[data-frame=shown]").first().waitFor();
      await page.getByText("Does not render").waitFor();
    },
  },
  { name: "an email", path: "/emails/orders/order" },
  { name: "phone and desktop, dark", path: "/emails/orders/order?width=both&theme=dark" },
  {
    ...{ name: "a menu over two sheets", path: "/emails/orders/order?beside=theme&theme=partial" },
    reach: async (page) => {
      await page.getByRole("button", { name: /^Size/ }).click();
      await page.getByRole("menu", { name: "Size" }).waitFor();
    },
  },
  {
    ...{
      name: "what a client ignored, three inboxes",
      path: "/emails/orders/order?client=outlook",
    },
    reach: async (page) => {
      await page.getByRole("button", { name: "In three inboxes" }).click();
      await page.getByRole("region", { name: "In three inboxes" }).waitFor();
      await page.getByRole("button", { name: /^Outlook: sketch/ }).click();
      await page.getByText("By the data of caniemail.com").waitFor();
    },
  },
  {
    ...{ name: "every variant on one sheet", path: "/emails/orders/order?sheet=all" },
    reach: (page) => page.locator('.variant-sheet iframe[data-frame="shown"]').first().waitFor(),
  },
  {
    ...{ name: "HTML", path: "/emails/orders/order?view=html" },
    reach: (page) => page.locator(".cm-line").first().waitFor(),
  },
  {
    name: "HTML against another variant",
    reach: async (page) => {
      await page.getByRole("combobox", { name: "Compare with" }).selectOption("no-lines");
      await page.locator(".cm-changedLine").first().waitFor();
    },
  },
  {
    name: "the message",
    reach: async (page) => {
      await page.keyboard.press("4");
      await page.locator(".cm-line", { hasText: "MIME-Version" }).waitFor();
    },
  },
  {
    name: "the message's headers",
    reach: async (page) => {
      await page.getByRole("button", { name: "Headers" }).click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    name: "Source",
    reach: async (page) => {
      await page.keyboard.press("5");
      await page.locator(".cm-line", { hasText: "defineEmail" }).first().waitFor();
    },
  },
  {
    name: "the line of an element",
    reach: async (page) => {
      await page.keyboard.press("1");
      await page.locator("iframe[data-frame=shown]").waitFor();
      await page.keyboard.press("l");
      await page.keyboard.press("ArrowDown");
      await page.locator(".inspect-label").waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("region", { name: "Where the element is written" }).waitFor();
    },
  },
  {
    ...{ name: "an error", path: "/emails/broken" },
    reach: (page) => page.getByRole("alert").waitFor(),
  },
  {
    ...{ name: "an email that is not there", path: "/emails/nowhere" },
    reach: (page) => page.getByRole("alert").waitFor(),
  },
  {
    ...{ name: "the filter without a find", path: "/emails/orders/order" },
    reach: async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("nothing like it");
    },
  },
  {
    ...{ name: "a notice", path: "/emails/orders/order" },
    reach: async (page) => {
      await page.keyboard.press("s");
      await page.getByText("Sent to the local inbox").last().waitFor();
    },
  },
  {
    ...{ name: "the cheat sheet", path: "/emails/orders/order" },
    reach: (page) => page.keyboard.press("?"),
  },
  {
    ...{ name: "the menu of an email", path: "/emails/orders/order" },
    reach: async (page) => {
      await page.getByRole("button", { name: "Manage this email" }).click();
      await page.getByRole("menuitem", { name: "Rename email…" }).waitFor();
    },
  },
  {
    name: "an email that is renamed",
    reach: async (page) => {
      await page.getByRole("menuitem", { name: "Rename email…" }).click();
      const dialog = page.getByRole("dialog", { name: "Rename orders/order" });
      await dialog.getByLabel("Path").fill("start/hello");
      await dialog.locator(".cm-changedLine").first().waitFor();
    },
  },
  {
    ...{ name: "a new email that cannot be called so", path: "/emails/orders/order" },
    reach: async (page) => {
      await page.getByRole("button", { name: "Manage this email" }).click();
      await page.getByRole("menuitem", { name: "New email…" }).click();
      await page.getByLabel("Path").fill("_x");
      await page.getByText('its name begins with "_"').waitFor();
    },
  },
  {
    ...{ name: "a history without a save", path: "/emails/orders/order" },
    reach: async (page) => {
      await page.getByRole("button", { name: "Manage this email" }).click();
      await page.getByRole("menuitem", { name: "History of today…" }).click();
      await page.getByText("Nothing was saved today").waitFor();
    },
  },
  {
    ...{ name: "compared pictures", path: "/emails/orders/order" },
    reach: async (page) => {
      await page.getByRole("button", { name: "Pictures" }).click();
      await page.getByRole("menuitem", { name: "no lines" }).click();
      await page.getByText(/places? differs?:/).waitFor();
    },
  },
  {
    ...{ name: "the palette", path: "/emails/orders/order" },
    reach: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "Go to anything" }).waitFor();
    },
  },
  {
    ...{ name: "a message", path: "/inbox" },
    reach: async (page) => {
      await page.locator(".inbox-row").first().click();
      await page.getByRole("tabpanel").waitFor();
    },
  },
  {
    ...{ name: "a message's headers", path: "/inbox?view=headers" },
    reach: async (page) => {
      await page.locator(".inbox-row").first().click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    ...{ name: "props in a form, some refused", path: "/emails/order" },
    reach: async (page) => {
      await openProps(page);
      await page.getByRole("textbox", { name: "total" }).fill("0");
      await page.getByRole("alert").getByText("total").waitFor();
      await page.getByRole("button", { name: /^1\b/ }).click();
    },
  },
  {
    ...{ name: "awkward values", path: "/emails/card" },
    reach: async (page) => {
      await openProps(page);
      await page.getByRole("button", { name: "Values for heading" }).click();
      await page.getByRole("menuitem", { name: "Emoji" }).waitFor();
    },
  },
  {
    ...{ name: "props as JSON, with a fault", path: "/emails/order?locale=ar" },
    reach: async (page) => {
      await openProps(page);
      await page.getByRole("tab", { name: "JSON", exact: true }).click();
      await page.getByRole("textbox", { name: "Props as JSON" }).fill('{ "name": }');
      await page.getByText("A value belongs here").first().waitFor();
    },
  },
];

/** Shows the props where they are not shown yet: a column is remembered, a sheet is not. */
async function openProps(page: Page): Promise<void> {
  const props = page.getByRole("complementary", { name: "Props" });
  await page.locator("iframe[data-frame=shown]").waitFor();
  if ((await props.count()) === 0) await page.keyboard.press("p");
  await props.getByRole("tablist", { name: "Props" }).waitFor();
}

const forms = [
  { name: "light", colorScheme: "light", width: 1400 },
  { name: "dark", colorScheme: "dark", width: 1400 },
  { name: "light on a phone", colorScheme: "light", width: 360 },
] as const;

test.each(forms)("no page breaks a rule of axe, $name", async ({ colorScheme, width }) => {
  const preview = await openPreview({
    ...{ ...letters, ...editable },
    "emails/broken.tsx": letter("broken", "{undefined.boom}"),
  });
  const { page, shows } = await open(`${preview.url}/inbox`);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 800 });
  await page.getByText("The inbox is empty").waitFor();
  const found: Record<string, string[]> = { "the empty inbox": await findViolations(page) };
  for (const { name, path, reach } of pages) {
    if (path) await page.goto(preview.url + path);
    if (path?.startsWith("/emails/orders")) await shows("orders/order", "default");
    await reach?.(page);
    found[name] = await findViolations(page);
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
});

test("a screen reader hears what shows and what is sent", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/emails/orders/order`);
  const status = page.locator("[role=status].visually-hidden");
  await shows("orders/order", "default");
  await expect.poll(() => status.textContent()).toBe("orders/order, default: shown");
  await page.keyboard.press("v");
  await expect.poll(() => status.textContent()).toBe("orders/order, forty lines: shown");
  await page.keyboard.press("s");
  await expect.poll(() => status.textContent()).toBe("Sent to the local inbox");
});
