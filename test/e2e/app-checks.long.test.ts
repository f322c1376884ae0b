import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { exportPreview } from "../../preview/server/export/export-preview.ts";
import { faulty } from "../preview/server/faulty-emails.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { createProject } from "../preview/server/test-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";
import { startStaticHost } from "./static-host.ts";

const { open } = browserForFile();

const files = {
  ...faulty,
  "emails/sound.tsx": faulty["emails/order.tsx"]
    .replace('import { Footer } from "./components/footer.tsx";\n', "")
    .replace("<Footer />", "<p>Thank you for your trust in us.</p>")
    .replace('id: "order"', 'id: "sound"')
    .replace('{ lines: ["a", "b"] }', "{ lines: [] }"),
};

/** Opens an email with what was found in it beside it. */
async function openChecks(path: string) {
  const preview = await openPreview(files);
  const opened = await open(preview.url + path);
  const { page } = opened;
  await page.locator("iframe[data-frame=shown]").waitFor();
  await page.keyboard.press("c");
  const panel = page.getByRole("complementary", { name: "Checks" });
  await panel.getByText(/rules, for Gmail/).waitFor();
  const finding = (message: RegExp | string) =>
    panel.getByRole("listitem").filter({ hasText: message });
  return { ...opened, preview, panel, finding };
}

const outlines = (page: Page) => page.locator(".finding-outline");

/** Where the outlines are, against the elements that a selector finds in the email. */
async function expectOutlined(page: Page, selector: string): Promise<void> {
  const places = async () => {
    const shown = page.frameLocator("iframe[data-frame=shown]").locator(selector);
    const boxes = await Promise.all((await shown.all()).map((one) => one.boundingBox()));
    const drawn = await Promise.all((await outlines(page).all()).map((one) => one.boundingBox()));
    const round = (all: typeof boxes) =>
      all.map((box) => box && [Math.round(box.x), Math.round(box.y), Math.round(box.width)]);
    return { elements: round(boxes), outlines: round(drawn) };
  };
  await expect.poll(async () => (await places()).outlines.length).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      const { elements, outlines: drawn } = await places();
      return JSON.stringify(drawn) === JSON.stringify(elements);
    })
    .toBe(true);
}

test("findings are marked in the email, lead to their line, and are fixed after a look at the diff", async () => {
  const { page, panel, finding, preview, complaints } = await openChecks("/emails/order");
  // By key, the first one has the focus; the arrows lead on.
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await expect.poll(focused).toContain("A picture has no alt");
  await expectOutlined(page, "img");
  await page.keyboard.press("ArrowDown");
  await expect.poll(focused).toContain("A link is not encrypted");
  await finding("A picture has no alt").hover();
  await expectOutlined(page, "img");
  await finding("footer.tsx").hover();
  await expectOutlined(page, 'a[href*="help"]');
  await finding("footer.tsx").getByText("All 2 variants").waitFor();
  await finding("A picture has no alt").getByText("1 of 2 variants: default").waitFor();

  // Its line in the component's file, and back.
  await finding("footer.tsx").getByRole("button").first().focus();
  await page.keyboard.press("Enter");
  const marked = page.locator(".cm-markedLine");
  await marked.getByText("http://shop.test/help").waitFor();
  expect(new URL(page.url()).searchParams.get("at")).toBe("emails/components/footer.tsx:4");
  await page.keyboard.press("Escape");
  await page.locator("iframe[data-frame=shown]").waitFor();
  expect(new URL(page.url()).search).toBe("");

  // One, with its diff.
  await finding("A picture has no alt").getByRole("button", { name: "Fix" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator(".cm-changedLine").getByText('<img alt=""').waitFor();
  const code = () => readFileSync(preview.path("emails/order.tsx"), "utf8");
  expect(code()).toBe(faulty["emails/order.tsx"]);
  await dialog.getByRole("button", { name: "Make this change" }).click();
  await expect.poll(code).toContain('<img alt="" src=');
  await finding("A picture has no alt").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(code).toBe(faulty["emails/order.tsx"]);
  await finding("A picture has no alt").waitFor();

  // All that are certain, in both files.
  await panel.getByRole("button", { name: "Fix all 3" }).click();
  await dialog.getByRole("button", { name: "Make 3 changes" }).click();
  await expect.poll(code).toContain('<a href="https://shop.test/item"><img alt="" src=');
  const footer = () => readFileSync(preview.path("emails/components/footer.tsx"), "utf8");
  await expect.poll(footer).toContain("https:");
  await panel.getByRole("button", { name: /Fix/ }).first().waitFor({ state: "detached" });
  // The pictures of the email are at a host that does not exist.
  expect(complaints.filter((one) => !one.includes("ERR_NAME_NOT_RESOLVED"))).toEqual([]);
});

test("what was found follows edits, saves and emails, and is counted everywhere", async () => {
  const { page, panel, finding, preview, shows } = await openChecks("/emails/order");
  const status = page.getByRole("contentinfo").getByRole("button", { name: /^Checks|findings/ });
  await expect.poll(() => status.textContent()).toContain("1 error");
  await page.locator('.tree-line[title="order"][aria-description^="1 error"]').waitFor();
  expect(await finding("A picture has no alt").textContent()).toContain("×2");

  // Edited, not saved.
  await page.goto(`${preview.url}/emails/order?props=${encodeURIComponent('{"lines":[]}')}`);
  await panel.getByText("Warnings").waitFor();
  expect(await finding("A picture has no alt").count()).toBe(0);
  await page.goto(`${preview.url}/emails/order`);
  await finding("A picture has no alt").waitFor();
  // Saved.
  preview.write("emails/order.tsx", files["emails/order.tsx"].replace("<img", '<img alt=""'));
  await finding("A picture has no alt").waitFor({ state: "detached" });
  await expect.poll(() => status.textContent()).not.toContain("error");

  // Nothing, and nothing to check.
  await page.getByRole("treeitem", { name: /^sound/ }).click();
  await panel.getByRole("heading", { name: "Nothing found" }).waitFor();
  await page.getByRole("treeitem", { name: /^broken/ }).click();
  await shows("broken", "default");
  await panel.getByText("does not render, so there is nothing to check").waitFor();
  // The way there by the status bar, and out again.
  await page.getByRole("treeitem", { name: /^order/ }).click();
  await status.click();
  await panel.waitFor({ state: "detached" });
  await status.click();
  await panel.waitFor();
  await panel.getByRole("tab", { name: "Props" }).click();
  await page.getByRole("complementary", { name: "Props" }).waitFor();
  await page.getByRole("link", { name: "All emails" }).click();
  await page.locator('.gallery-card[aria-description="2 warnings"] [data-count="2"]').waitFor();
});

test("the panel is accessible, in light and dark, as a column and as a sheet", async () => {
  const { page, panel } = await openChecks("/emails/order");
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    expect(await findViolations(page, ".shell-aside")).toEqual([]);
  }
  await panel.getByRole("button", { name: "Fix all 3" }).click();
  await page.locator("dialog .cm-changedLine").first().waitFor();
  expect(await findViolations(page, "dialog[open]")).toEqual([]);
  await page.keyboard.press("Escape");
  for (const width of [900, 360]) {
    await page.setViewportSize({ width, height: 760 });
    await panel.waitFor({ state: "detached" });
    await page
      .getByRole("contentinfo")
      .getByRole("button", { name: /^Checks/ })
      .click();
    await panel.getByText("A picture has no alt").first().waitFor();
    expect(await findViolations(page, ".shell-aside")).toEqual([]);
    const overflow = await panel.evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(overflow).toBe(0);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  }
});

test("an export has the findings, and changes nothing", async () => {
  const project = createProject(files);
  onTestFinished(() => project.dispose());
  const { outDir } = await exportPreview({
    ...{ root: project.root, outDir: resolve(project.root, "site"), props: false },
  });
  const host = await startStaticHost(outDir, "redirect");
  const { page } = await open(`${host.url}emails/order/`);
  await page.keyboard.press("c");
  const panel = page.getByRole("complementary", { name: "Checks" });
  await panel.getByText("1 of 2 variants: default").first().waitFor();
  await panel.getByText("A picture has no alt").hover();
  await expectOutlined(page, "img");
  expect(await panel.getByRole("button", { name: /Fix|editor/ }).count()).toBe(0);
  await page.locator('.tree-line[title="order"][aria-description^="1 error"]').waitFor();
  expect(host.missed).toEqual([]);
});

test("contrast is measured in a browser: what was estimated, and what no estimate knows", async () => {
  const email = (words: string) =>
    `export default function Letter() {
       return (
         <html lang="en">
           <head><title>Pale</title></head>
           <body>
             <p style={{ color: "#999999" }}>Pale on the page</p>
             <p style={{ backgroundImage: "linear-gradient(#ffffff, #eeeeee)", color: "#cccccc" }}>${words}</p>
           </body>
         </html>
       );
     }`;
  const preview = await openPreview({ "emails/pale.tsx": email("Pale on a gradient") });
  const { page } = await open(`${preview.url}/emails/pale`);
  await page.locator("iframe[data-frame=shown]").waitFor();
  await page.keyboard.press("c");
  const panel = page.getByRole("complementary", { name: "Checks" });
  const low = panel.getByRole("listitem").filter({ hasText: "Text has too little contrast" });
  await low.filter({ hasText: "Pale on a gradient" }).getByText("Measured").waitFor();
  await low.filter({ hasText: "Pale on the page" }).getByText("Measured").waitFor();
  expect(await low.getByText("Estimated").count()).toBe(0);
  expect(await findViolations(page, ".finding")).toEqual([]);

  preview.write("emails/pale.tsx", email("Paler on a gradient"));
  await low.filter({ hasText: "Paler on a gradient" }).getByText("Measured").waitFor();
});
