import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { MimeMessage } from "../../preview/protocol/index.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { letter, letters } from "./app-project.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

async function readDownload(download: Download): Promise<string> {
  return readFileSync(await download.path(), "latin1");
}

async function saved(page: Page, name: string): Promise<{ file: string; content: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return { file: download.suggestedFilename(), content: await readDownload(download) };
}

test("the gallery shows every email live, and leads to each by keyboard", async () => {
  const preview = await openPreview({
    ...letters,
    "emails/orders/broken.tsx": letter("orders/broken", "{undefined.boom}"),
  });
  const { page, shows, isSamePage, complaints } = await open(`${preview.url}/`);
  const { keyboard } = page;
  const gallery = page.locator(".gallery");
  const cards = gallery.getByRole("link");
  /** From left to right and down. */
  const names = () =>
    cards.evaluateAll((links) =>
      links
        .map((link) => ({ link, box: link.getBoundingClientRect() }))
        .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left)
        .map(({ link }) => link.querySelector(".gallery-name")?.textContent),
    );
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement)?.dataset.id);
  await shows("home", "gallery");
  expect(await names()).toEqual(["welcome", "broken", "order", "refund"]);
  expect(await gallery.getByRole("heading").allTextContents()).toEqual(["account1", "orders3"]);

  // Each is the email itself, made small; one that fails says so.
  const frameOf = (id: string) =>
    gallery.locator(`[data-id="${id}"]`).frameLocator("iframe[data-frame=shown]");
  await frameOf("orders/order").getByText("Thank you").waitFor();
  await gallery.locator(`[data-id="orders/broken"]`).getByText("Does not render").waitFor();
  expect(await gallery.locator("iframe[data-frame=shown]").count()).toBe(3);

  // A group folds, and stays so; a filter finds what is in it.
  await gallery.getByRole("button", { name: "orders 3" }).click();
  expect(await names()).toEqual(["welcome"]);
  await page.reload();
  await shows("home", "gallery");
  await expect.poll(names).toEqual(["welcome"]);
  await page.getByPlaceholder("Filter emails").fill("refund");
  await expect.poll(names).toEqual(["refund"]);
  await page.getByPlaceholder("Filter emails").fill("");
  await gallery.getByRole("button", { name: "orders 3" }).click();
  await expect.poll(names).toEqual(["welcome", "broken", "order", "refund"]);

  // A save shows at once, and brings the email to the front where the newest come first.
  await page.getByRole("button", { name: "Recently edited first" }).click();
  // What moves to another place is not loaded anew.
  const framed = gallery.locator(`[data-id="account/welcome"] iframe[data-frame=shown]`);
  await framed.evaluate((frame: HTMLIFrameElement) => {
    Object.assign(frame.contentWindow ?? {}, { stayed: true });
  });
  preview.write("emails/orders/refund.tsx", letter("orders/refund", "Money back"));
  await frameOf("orders/refund").getByText("Money back").waitFor();
  await expect.poll(names).toEqual(expect.arrayContaining(["refund"]));
  await expect.poll(async () => (await names())[0]).toBe("refund");
  expect(await page.getByRole("treeitem").first().textContent()).toBe("orders");
  const stayed = (frame: HTMLIFrameElement) => "stayed" in (frame.contentWindow ?? {});
  expect(await framed.evaluate(stayed)).toBe(true);
  preview.write("emails/orders/broken.tsx", letter("orders/broken", "Fixed"));
  await frameOf("orders/broken").getByText("Fixed").waitFor();
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(["broken", "refund"]);

  // The order is remembered; the keyboard goes where the arrows say, and on into the email.
  await page.reload();
  await shows("home", "gallery");
  expect((await names()).slice(0, 2)).toEqual(["broken", "refund"]);
  await keyboard.press("ArrowRight");
  await expect.poll(focused).toBe("orders/broken");
  await keyboard.press("ArrowRight");
  await expect.poll(focused).toBe("orders/refund");
  await keyboard.press("j");
  await keyboard.press("k");
  await expect.poll(focused).toBe("orders/refund");
  await keyboard.press("Enter");
  await shows("orders/refund", "default");
  await keyboard.press("g");
  await shows("home", "gallery");
  await page.getByRole("button", { name: "Recently edited first" }).click();
  await keyboard.press("/");
  await keyboard.type("orders");
  await expect.poll(names).toEqual(["broken", "order", "refund"]);
  await keyboard.type(" nothing");
  await page.getByText("4 emails without the filter").waitFor();
  expect(await isSamePage()).toBe(false);
  expect(complaints).toEqual([]);
});

test("the palette finds variants of emails that were seen, and an action by its name", async () => {
  const preview = await openPreview(letters);
  const { page, shows } = await open(`${preview.url}/`);
  await shows("home", "gallery");
  const options = page.getByRole("option");
  await expect.poll(() => page.locator(".gallery iframe[data-frame=shown]").count()).toBe(3);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to anything" }).waitFor();
  expect(await options.allTextContents()).toContain("All emails at a glanceG");
  await page.keyboard.type("forty refund");
  await expect.poll(() => options.allTextContents()).toEqual(["forty linesorders/refund"]);
  await page.keyboard.press("Enter");
  await shows("orders/refund", "forty-lines");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("glance");
  await page.keyboard.press("Enter");
  await shows("home", "gallery");
});

test("what is sent is read, compared, copied and saved as it is", async () => {
  const preview = await openPreview(letters);
  const { page, shows, complaints } = await open(`${preview.url}/emails/orders/order?view=html`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await shows("orders/order", "default");
  const { result } = await preview.view("orders/order");
  if (result.status !== "rendered") throw new Error(result.message);
  const lines = page.locator(".cm-line");
  const compare = page.getByRole("combobox", { name: "Compare with" });

  // Legible to the eye; copied and saved to the octet.
  await lines.getByText(`<h1 lang="en" dir="ltr">Thank you</h1>`, { exact: true }).waitFor();
  const html = await saved(page, "Download the HTML");
  expect(html).toEqual({ file: "order.html", content: result.html });
  await page.getByRole("button", { name: "Copy: HTML as it is sent" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(result.html);
  await page.getByRole("button", { name: "As sent" }).click();
  await expect.poll(() => lines.allTextContents()).toEqual(result.html.split("\n").slice(0, 40));

  // Against another variant, and against what was there before a save.
  await compare.selectOption({ label: "no lines" });
  await page.locator(".cm-deletedChunk, .cm-changedLine").first().waitFor();
  expect(new URL(page.url()).search).toBe("?view=html&diff=no-lines");
  await compare.selectOption({ label: "before the last save" });
  await page.getByText("No difference").waitFor();
  await page.keyboard.press("5");
  await page.getByText("No difference").waitFor();
  preview.write("emails/orders/order.tsx", letter("orders/order", "Many thanks"));
  await shows("orders/order", "default", { newer: true });
  await page.locator(".cm-deletedChunk").getByText("Thank you").first().waitFor();
  await page.getByText("2 changes").waitFor();
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "Legible" }).click();
  await page
    .locator(".cm-deletedChunk")
    .getByText(`<h1 lang="en" dir="ltr">Thank you</h1>`)
    .waitFor();

  // The message as it would leave.
  await page.keyboard.press("4");
  await lines.getByText("Subject: Many thanks: 3 lines").waitFor();
  const eml = await saved(page, "Download the message");
  const { mime, headers } = await preview.json<MimeMessage>("/api/mime/orders/order");
  const fixed = (text: string) =>
    text.replace(/^(Date|Message-ID|X-PM-Metadata-.*?):.*$/gm, "").replace(/=_\w+_/g, "");
  expect(eml.file).toBe("order.eml");
  expect(fixed(eml.content)).toBe(fixed(mime));
  await page.getByRole("button", { name: "Headers" }).click();
  const table = page.getByRole("table");
  expect(await table.getByRole("rowheader").allTextContents()).toEqual(
    headers.map(({ name }) => name),
  );
  await table.getByText("you@example.com").waitFor();
  expect(complaints).toEqual([]);
});

test("an element tells the line that made it", async () => {
  const action = `export function Action({ label }: { label: string }) {
  return <a href="https://shop.example">{label}</a>;
}
`;
  const source = letter("orders/order", "Thank you")
    .replace("import", `import { Action } from "../components/action.tsx";\nimport`)
    .replace("<h1>", `<Action label="See it all" />\n        <h1>`);
  const preview = await openPreview({
    ...letters,
    "emails/components/action.tsx": action,
    "emails/orders/order.tsx": source,
  });
  const { page, shows, email } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const before = await email().locator("html").innerHTML();
  const lineOf = (text: string) => source.split("\n").findIndex((line) => line.includes(text)) + 1;

  await page.keyboard.press("l");
  const label = page.locator(".inspect-label");
  await email().getByRole("heading", { name: "Thank you" }).hover();
  await expect.poll(() => label.textContent()).toBe(`<h1> orders/order.tsx:${lineOf("<h1>")}`);
  // A link is kept, not followed, and tells where its component is used.
  await email().getByRole("link", { name: "See it all" }).click();
  const panel = page.getByRole("region", { name: "Where the element is written" });
  expect(await panel.getByRole("listitem").allTextContents()).toEqual([
    "<a> components/action.tsx:2",
    `<Action> orders/order.tsx:${lineOf("<Action")}`,
  ]);
  const marked = panel.locator("[data-it=true]");
  expect(await marked.textContent()).toContain(`<a href="https://shop.example">`);
  await panel.getByRole("button", { name: "<Action>" }).click();
  expect(await marked.textContent()).toContain(`<Action label="See it all" />`);
  // Without a pointer: out to what is around, and in again.
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => label.textContent()).toContain("<body>");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await panel.getByText("components/action.tsx:2").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await label.waitFor({ state: "detached" });
  // Nothing of it is left in the email.
  expect(await email().locator("html").innerHTML()).toBe(before);
  expect(before).not.toContain("data-letterpress");
});
