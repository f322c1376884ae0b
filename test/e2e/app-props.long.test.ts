import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { editable } from "./app-props-project.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

/** Opens an email with its props beside it. */
async function openProps(path: string) {
  const preview = await openPreview(editable);
  const opened = await open(preview.url + path);
  const { page } = opened;
  await page.locator("iframe[data-frame=shown]").waitFor();
  await page.keyboard.press("p");
  const panel = page.getByRole("complementary", { name: "Props" });
  await panel.getByRole("tablist", { name: "Props" }).waitFor();
  const field = (name: string) => panel.getByLabel(name, { exact: true });
  return { ...opened, preview, panel, field };
}

async function choose(page: Page, button: string, action: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).first().click();
}

describe("the props of an email with a schema", () => {
  test("are a form of every kind of field, and what is refused is said at its field", async () => {
    const { page, email, panel, field, complaints } = await openProps("/emails/order");
    await panel.getByText("From the email's schema").waitFor();
    const all = email().locator("#all");
    const shows = (text: string) => expect.poll(() => all.textContent()).toBe(text);
    await shows("no note|100|false|plain|2026-03-14|2026-03-14T09:41:00.000Z|null|Leeds");

    await field("name").fill("Eve");
    await expectText(email(), "Thank you, Eve");
    await field("note").fill("By hand");
    await field("total").fill("250");
    await panel.getByRole("switch", { name: "paid" }).click();
    await field("tone").selectOption("warm");
    await field("due").fill("2026-04-01");
    await field("placedAt").fill("2027-05-06T07:08:09");
    await panel.getByRole("button", { name: "gift", exact: true }).click();
    await field("gift").fill("Wrapped");
    await field("city").fill("Bath");
    const edited = "By hand|250|true|warm|2026-04-01|2027-05-06T07:08:09.000Z|Wrapped|Bath";
    await shows(edited);

    // A list grows, and its items move.
    const items = email().getByRole("listitem");
    await panel.getByRole("button", { name: "Add to lines" }).click();
    await expect.poll(() => items.allTextContents()).toEqual(["1 × Ink", "2 × Nib", "1 × Ink"]);
    await choose(page, "Values for 3", "Move up");
    await expect.poll(() => items.allTextContents()).toEqual(["1 × Ink", "1 × Ink", "2 × Nib"]);
    await panel.getByRole("spinbutton", { name: "How many lines" }).fill("40");
    await expect.poll(() => items.count()).toBe(40);
    await choose(page, "Values for gift", "null");
    await shows(edited.replace("Wrapped", "null"));
    await choose(page, "Values for note", "Leave out");
    await shows(edited.replace("By hand", "no note").replace("Wrapped", "null"));

    // The last good render stays behind what is refused.
    await field("name").fill("");
    await panel.getByText("say who it is for").waitFor();
    expect(await field("name").getAttribute("aria-invalid")).toBe("true");
    await expectText(email(), "Thank you, Eve");
    await page.getByRole("alert").getByText("say who it is for").waitFor();
    await panel.getByRole("button", { name: "Reset name" }).click();
    await expectText(email(), "Thank you, Ada");
    expect(await panel.getByText("say who it is for").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("live in the address, and stay through reload, save, variant, another email and back", async () => {
    const { page, email, field, preview, shows, isSamePage } = await openProps("/emails/order");
    await field("name").fill("Eve");
    await expectText(email(), "Thank you, Eve");
    await expect.poll(() => new URL(page.url()).searchParams.get("props")).toBe('{"name":"Eve"}');
    const link = page.url();

    preview.write("emails/order.tsx", editable["emails/order.tsx"].replace("Thank you", "Thanks"));
    await expectText(email(), "Thanks, Eve");
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "Variant" }).selectOption("paid");
    await expect.poll(() => email().locator("#all").textContent()).toContain("|true|");
    await expectText(email(), "Thanks, Eve");
    await page.getByRole("treeitem", { name: "card" }).click();
    await shows("card", "default");
    const mark = page.getByRole("treeitem", { name: "order edited" });
    await mark.click();
    await expectText(email(), "Thanks, Eve");
    await expect.poll(() => new URL(page.url()).searchParams.get("props")).toBe('{"name":"Eve"}');
    expect(await isSamePage()).toBe(true);
    await page.goto(link);
    await expectText(email(), "Thanks, Eve");
    expect(await field("name").inputValue()).toBe("Eve");

    await page.getByRole("button", { name: "Reset all" }).click();
    await expectText(email(), "Thanks, Ada");
    expect(new URL(page.url()).search).toBe("");
    expect(await mark.count()).toBe(0);
    await page.goBack();
    await expectText(email(), "Thanks, Eve");

    // Longer than any server takes in its first line.
    await field("note").fill("long ".repeat(20_000));
    await expect.poll(() => page.url().length).toBeGreaterThan(100_000);
    await page.reload();
    await expect.poll(() => email().locator("#all").textContent()).toMatch(/^(long ){20000}\|100/);
    await expectText(email(), "Thanks, Eve");
  });

  test("may be awkward on tap, one or all, and the locale wins over them", async () => {
    const { page, email, field, panel } = await openProps("/emails/order?locale=ar");
    await expectText(email(), "شكرا, Ada");
    const subject = page.locator(".inbox-line");
    await subject.getByText("طلب Ada").first().waitFor();
    expect(await field("locale").isDisabled()).toBe(true);
    await panel.getByText("The locale above, ar, wins over this").waitFor();
    await page.getByRole("combobox", { name: "Locale", exact: true }).selectOption("en");
    await expectText(email(), "Thank you, Ada");
    await subject.getByText("Order for Ada").first().waitFor();

    await choose(page, "Values for name", "HTML");
    await expectText(email(), `Thank you, <b>"Tom & Jerry's"</b>`);
    await choose(page, "Values for name", "Right-to-left");
    await expectText(email(), "שלום");
    await choose(page, "Awkward values for all text", "Emoji");
    await expectText(email(), "Thank you, 👩‍👩‍👧‍👦");
    const items = await email().getByRole("listitem").allTextContents();
    expect(items.every((item) => item.includes("👋🏽"))).toBe(true);
    // What is a choice, a date or a number is none of it.
    expect(await email().locator("#all").textContent()).toContain("|plain|2026-03-14|2026-03-14T");
  });
});

test("JSON shows faults at their lines, and the form what was typed there", async () => {
  const { page, email, field, panel } = await openProps("/emails/order");
  await panel.getByRole("tab", { name: "JSON" }).click();
  const editor = panel.getByRole("textbox", { name: "Props as JSON" });
  await editor.getByText('"placedAt"').waitFor();
  const type = async (text: string) => {
    await editor.fill(text);
  };
  const faults = panel.getByRole("list", { name: "Faults" }).getByRole("listitem");
  const whole = JSON.parse(
    await page.evaluate(() => document.querySelector(".props-json .cm-content")?.textContent ?? ""),
  ) as Record<string, unknown>;
  expect(whole.placedAt).toEqual({ $date: "2026-03-14T09:41:00.000Z" });

  await type('{\n  "name": "Bob"\n  "total": 1\n}');
  await expect.poll(() => faults.allTextContents()).toEqual(["Line 3 A comma belongs here"]);
  await expectText(email(), "Thank you, Ada");
  await type(JSON.stringify({ ...whole, name: "Bob", total: -1 }, null, 2));
  await expect.poll(() => faults.allTextContents()).toEqual([expect.stringMatching(/^Line 3 /)]);
  await type(JSON.stringify({ ...whole, name: "Bob" }, null, 2));
  await expectText(email(), "Thank you, Bob");
  expect(await faults.count()).toBe(0);
  await panel.getByRole("tab", { name: "Form" }).click();
  expect(await field("name").inputValue()).toBe("Bob");
});

test("props of an email without a schema come from its types; what JSON lacks is kept, and saved", async () => {
  const { page, email, field, panel, preview, complaints } = await openProps("/emails/card");
  await panel.getByText("From the component's types").waitFor();
  await panel.getByText("What stands first.").waitFor();
  await panel.getByText("a React element <b>, as the file has it").waitFor();
  await panel.getByText("a function write, as the file has it").waitFor();
  await field("heading").fill("Good day");
  await expectText(email(), "★GOOD DAY");
  await field("size").selectOption("large");
  await panel.getByRole("button", { name: "Add to days" }).click();
  await field("2").fill("2030-01-01T00:00:00");
  await expectText(email(), "large 2026 2030");

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await panel.getByRole("button", { name: "Copy the props as code" }).click();
  await expect.poll(copied).toContain('heading: "Good day",');
  expect(await copied()).toContain('new Date("2030-01-01T00:00:00.000Z")');
  await panel.getByRole("button", { name: "Copy a link to these props" }).click();
  await expect.poll(copied).toContain("/emails/card?props=%7B%22");

  await panel.getByRole("button", { name: "Save as variant" }).click();
  const name = panel.getByRole("textbox", { name: "Name of the new variant" });
  await name.fill("default");
  await name.press("Enter");
  await panel.getByRole("alert").getByText('has a variant "default" already').waitFor();
  await name.fill("large card");
  await name.press("Enter");
  await page.getByText("Saved as “large card” in emails/card.tsx:35").last().waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe("?variant=large-card");
  await expectText(email(), "★GOOD DAY");
  await expectText(email(), "large 2026 2030");
  expect(readFileSync(preview.path("emails/card.tsx"), "utf8")).toContain(`    "large card": {
      heading: "Good day",
      badge: <b>★</b>,
      write: (text) => text.toUpperCase(),
      days: [new Date("2026-01-01T00:00:00.000Z"), new Date("2030-01-01T00:00:00.000Z")],
      size: "large",
    },
  },
});`);
  // The name that is taken, which the browser notes by itself.
  expect(complaints).toEqual([expect.stringContaining("409")]);
});

test("the inspector is shown, walked and hidden by keyboard, and is a sheet on a phone", async () => {
  const { page, panel, email, field } = await openProps("/emails/order");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(await focused()).toBe("Props");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Width of Props");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => panel.evaluate((element) => element.clientWidth + 1)).toBe(348);
  await page.keyboard.press("]");
  await panel.waitFor({ state: "detached" });
  await page.keyboard.press("]");
  await page.reload();
  await panel.waitFor();
  expect(await panel.evaluate((element) => element.clientWidth + 1)).toBe(348);
  await page.setViewportSize({ width: 360, height: 740 });
  await panel.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Props", exact: true }).click();
  await field("name").fill("Eve");
  await expectText(email(), "Thank you, Eve");
  // Out of the field, then out of the sheet.
  await page.keyboard.press("Escape");
  expect(await focused()).toBe("Props");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
});
