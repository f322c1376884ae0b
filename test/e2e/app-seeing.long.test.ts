import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letter, letters } from "./app-project.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

/** An email with what clients fight over: colours, a picture, a preheader, a marked part, padding. */
const poster = `import { defineEmail } from "letterpress";

const style = \`
  h1 { color: rgb(0, 0, 128) }
  [data-ogsc] .own { color: rgb(9, 9, 9) !important }
  @media (max-width: 400px) { h1 { color: rgb(200, 0, 0) } }
\`;

function Poster({ name, locale = "en" }: { name: string; locale?: "en" | "he" }) {
  return (
    <html lang={locale} dir={locale === "he" ? "rtl" : "ltr"}>
      <head><style>{style}</style></head>
      <body style={{ background: "#ffffff", color: "#000000", margin: 0 }}>
        <div style={{ display: "none" }}>Come and see{"\\u034f\\u200c".repeat(100)}</div>
        <div dir={locale === "he" ? "rtl" : "ltr"}>
          <h1>{locale === "he" ? "שלום" : name}</h1>
          <p className="own">Marked</p>
          <p className="night" style={{ background: "#000000", color: "#ffffff" }}>Night</p>
          <p style={{ padding: 20, borderRadius: 8 }}>Padded</p>
          <img id="picture" src="/static/none.png" alt="A press" width="80" height="40" />
          <div style={{ height: 1500 }}>Tall</div>
        </div>
      </body>
    </html>
  );
}

export default defineEmail({
  id: "poster",
  component: Poster,
  locales: ["en", "he"],
  subject: ({ name }) => \`\${name}: an invitation\`,
  variants: {
    default: { name: "Ada" },
    rtl: { name: "ليلى" },
    ...Object.fromEntries(Array.from({ length: 38 }, (_, at) => [\`v\${at}\`, { name: \`No \${at}\` }])),
  },
});
`;

const project = { ...letters, "emails/poster.tsx": poster };

/** What an expression is in the window of a frame that shows, counted from the left. */
function inFrame<T>(page: Page, read: (window: Window) => T, at = 0): Promise<T> {
  return page.evaluate<T>(
    `(${read})(document.querySelectorAll('.sheet iframe[data-frame="shown"]')[${at}].contentWindow)`,
  );
}

const colours = (window: Window) =>
  Object.fromEntries(
    ["body", "h1", ".own", ".night"].map((selector) => {
      const element = window.document.querySelector(selector);
      const style = element && window.getComputedStyle(element);
      return [selector, `${style?.color} on ${style?.backgroundColor}`];
    }),
  );

const widthOf = (window: Window) => window.document.documentElement.clientWidth;
const search = (page: Page) => new URL(page.url()).search;

test("two clients' own dark repaints the email, keeps what they keep, and gives it back", async () => {
  const preview = await openPreview(project);
  const { page, shows, complaints } = await open(`${preview.url}/emails/poster`);
  await shows("poster", "default");
  const plain = await inFrame(page, colours);
  expect(plain.body).toBe("rgb(0, 0, 0) on rgb(255, 255, 255)");

  await page.keyboard.press("d");
  await expect.poll(() => search(page)).toBe("?theme=dark");
  expect(await inFrame(page, colours)).toEqual(plain);
  await page.getByText("The email has no dark styles of its own").waitFor();

  await page.keyboard.press("d");
  await expect
    .poll(async () => (await inFrame(page, colours)).body)
    .toBe("rgb(255, 255, 255) on rgb(51, 51, 51)");
  const partial = await inFrame(page, colours);
  expect(partial[".night"]).toBe("rgb(255, 255, 255) on rgb(0, 0, 0)");
  expect(partial[".own"]).toContain("rgb(9, 9, 9)");
  await page.getByText("Dark, as Outlook.com: approximation").waitFor();

  await page.keyboard.press("d");
  await expect
    .poll(async () => (await inFrame(page, colours)).body)
    .toBe("rgb(255, 255, 255) on rgb(0, 0, 0)");
  expect((await inFrame(page, colours))[".night"]).toBe("rgb(0, 0, 0) on rgb(255, 255, 255)");
  const heading = async () => (await inFrame(page, colours)).h1;
  const wide = await heading();
  // What the author's own queries change is repainted anew.
  await page.keyboard.press("m");
  await page.keyboard.press("m");
  await expect.poll(() => search(page)).toBe("?theme=full&width=375");
  await expect.poll(heading).not.toBe(wide);
  await page.keyboard.press("d");
  await expect.poll(() => search(page)).toBe("?width=375");
  await expect.poll(async () => (await inFrame(page, colours)).body).toBe(plain.body);
  expect((await inFrame(page, colours)).h1).toContain("rgb(200, 0, 0)");
  expect(await inFrame(page, (window) => window.document.body.getAttribute("style"))).toBe(
    "background:#ffffff;color:#000000;margin:0",
  );
  expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
});

test("the frame takes any size: by name, by each of its edges, by zoom, as tall as the email", async () => {
  const preview = await openPreview(project);
  const { page, shows } = await open(`${preview.url}/emails/poster`);
  await shows("poster", "default");
  const width = () => inFrame(page, widthOf);
  const height = () => inFrame(page, (window) => window.innerHeight);

  const size = page.getByRole("button", { name: /^Size/ });
  await size.click();
  const menu = page.getByRole("menu", { name: "Size" });
  await page.keyboard.type("t");
  await page.keyboard.press("Enter");
  await expect.poll(width).toBe(768);
  await menu.waitFor({ state: "hidden" });
  expect(await size.getAttribute("aria-label")).toBe("Size: 768");
  // A menu has the keyboard to itself, and Escape closes just it.
  await size.press("Enter");
  await page.keyboard.press("d");
  await page.keyboard.press("Escape");
  expect(search(page)).toBe("?width=768");

  for (const [name, key, result] of [
    ["Left edge of the frame", "ArrowLeft", "?width=776"],
    ["Width of the frame", "ArrowRight", "?width=784"],
  ] as const) {
    await page.getByRole("separator", { name }).press(key);
    await expect.poll(() => search(page)).toBe(result);
  }
  const edge = await page.getByRole("separator", { name: "Height of the frame" }).boundingBox();
  if (!edge) throw new Error("the lower edge is not to be seen");
  const before = await height();
  await page.mouse.move(edge.x + 300, edge.y + 5);
  await page.mouse.down();
  await page.mouse.move(edge.x + 300, edge.y - 95, { steps: 3 });
  await page.getByText(`${before - 100} px tall`).waitFor();
  await page.mouse.up();
  await expect.poll(height).toBe(before - 100);

  await page.keyboard.press("-");
  await expect.poll(() => search(page)).toBe(`?width=784&height=${before - 100}&zoom=75`);
  const drawn = await page.locator(".sheet-paper").boundingBox();
  expect(drawn?.width).toBeCloseTo(784 * 0.75, 0);
  expect(await width()).toBe(784);

  await page.keyboard.press("h");
  await expect.poll(height).toBeGreaterThan(1500);
  const scroller = page.locator(".light-table-scroll");
  expect(await scroller.evaluate((table) => table.scrollHeight > table.clientHeight)).toBe(true);
  preview.write("emails/poster.tsx", poster.replace("height: 1500", "height: 2500"));
  await expect.poll(height).toBeGreaterThan(2500);
});

test("two sheets lie side by side and scroll in step", async () => {
  const preview = await openPreview(project);
  const { page, shows } = await open(`${preview.url}/emails/orders/order?variant=forty-lines`);
  await shows("orders/order", "forty-lines");
  const text = (at: number) => inFrame(page, (window) => window.document.body.innerText, at);
  const colour = (at: number) =>
    inFrame(page, (window) => window.getComputedStyle(window.document.body).color, at);
  const scrolled = (at: number) =>
    inFrame(
      page,
      (window) => {
        const { scrollHeight, clientHeight } = window.document.documentElement;
        return Math.round((100 * window.scrollY) / (scrollHeight - clientHeight));
      },
      at,
    );
  const both = page.locator('.sheet iframe[data-frame="shown"]');

  await page.keyboard.press("b");
  await expect.poll(() => both.count()).toBe(2);
  expect(await Promise.all([colour(0), colour(1)])).toEqual(["rgb(1, 1, 1)", "rgb(2, 2, 2)"]);
  await inFrame(page, (window) => window.scrollTo(0, 1000), 1);
  await expect.poll(() => scrolled(0)).toBeGreaterThan(10);
  expect(Math.abs((await scrolled(0)) - (await scrolled(1)))).toBeLessThan(2);

  await page.getByRole("button", { name: "Side by side" }).click();
  await page.getByRole("menuitemradio", { name: "no lines" }).click();
  await expect.poll(() => text(1)).not.toContain("Line 1");
  expect(await text(0)).toContain("Line 40");
  expect(search(page)).toBe("?variant=forty-lines&beside=variant%3Ano-lines");
  await page.getByText("no lines", { exact: true }).last().waitFor();
  // A save reaches both.
  preview.write("emails/orders/order.tsx", letter("orders/order", "Anew"));
  await expect.poll(() => text(1)).toContain("Anew");
  await expect.poll(() => text(0)).toContain("Anew");
  await page.keyboard.press("m");
  await expect.poll(() => search(page)).toBe("?variant=forty-lines&width=both");

  // Another locale, the right way round.
  await page.goto(`${preview.url}/emails/poster`);
  await shows("poster", "default");
  await page.getByRole("button", { name: "Side by side" }).click();
  await page.getByRole("menuitemradio", { name: "he" }).click();
  await expect.poll(() => both.count()).toBe(2);
  await expect.poll(() => text(1)).toContain("שלום");
  expect(await text(0)).toContain("Ada");
  const direction = (window: Window) => window.getComputedStyle(window.document.body).direction;
  expect(await inFrame(page, direction, 1)).toBe("rtl");

  // What lay beside belongs to that email; how one looks goes along.
  await page.goto(`${preview.url}/emails/orders/order?beside=variant:no-lines&theme=dark&zoom=50`);
  await shows("orders/order", "default");
  await page.keyboard.press("j");
  await shows("orders/refund", "default");
  expect(search(page)).toBe("?theme=dark&zoom=50");
});

test("clients, images and direction: what each leaves of the email, and a list of what it ignored", async () => {
  const preview = await openPreview(project);
  const { page, shows } = await open(`${preview.url}/emails/poster?client=outlook`);
  await shows("poster", "default");
  const note = page.getByRole("button", { name: /Outlook: sketch ignored \d+ things/ });
  await note.click();
  const report = page.getByRole("region", { name: "What Outlook for Windows makes of this email" });
  await report.getByText("padding outside of table cells").waitFor();
  const why = report.getByRole("link", { name: "why" }).first();
  expect(await why.getAttribute("href")).toMatch(/^https:\/\/www\.caniemail\.com\/features\//);
  const padding = (window: Window) => {
    const padded = [...window.document.querySelectorAll("p")].find((p) => p.innerText === "Padded");
    return padded && window.getComputedStyle(padded).padding;
  };
  expect(await inFrame(page, padding)).toBe("0px");
  await page.keyboard.press("Escape");
  await page.keyboard.press("o");
  await expect.poll(() => search(page)).toBe("");
  await expect.poll(() => inFrame(page, padding)).toBe("20px");

  await page.keyboard.press("o");
  await page.getByText("Gmail: close").waitFor();
  await expect
    .poll(() => inFrame(page, (window) => window.document.querySelector("body > u + div") !== null))
    .toBe(true);
  // A save goes through the client too.
  preview.write("emails/poster.tsx", poster.replace("Padded", "Saved"));
  await expect
    .poll(() => inFrame(page, (window) => window.document.body.innerText))
    .toContain("Saved");
  expect(
    await inFrame(page, (window) => window.document.querySelector("body > u + div") !== null),
  ).toBe(true);

  await page.keyboard.press("i");
  const words = (window: Window) => window.document.querySelector("#picture")?.textContent;
  await expect.poll(() => inFrame(page, words)).toBe("A press");
  expect(search(page)).toBe("?images=off&client=gmail");

  await page.getByRole("button", { name: /^Size/ }).click();
  await page.getByRole("menuitemcheckbox", { name: "Right-to-left" }).click();
  const left = (window: Window) =>
    window.getComputedStyle(window.document.body.querySelector("h1") ?? window.document.body)
      .direction;
  await expect.poll(() => inFrame(page, left)).toBe("rtl");
});

test("the inbox line opens to three clients, each cut where it cuts, in either direction", async () => {
  const preview = await openPreview({
    ...project,
    "emails/poster.tsx": poster.replace(": an invitation", ` ${"and a very long line ".repeat(6)}`),
  });
  const { page, shows } = await open(`${preview.url}/emails/poster?variant=rtl`);
  await shows("poster", "rtl");
  await page.getByRole("button", { name: "In three inboxes" }).click();
  const panel = page.getByRole("region", { name: "In three inboxes" });
  await panel
    .getByText(/^subject: \d+ of \d+, preheader: 0 of 12 characters$/)
    .first()
    .waitFor();
  await panel.getByText("Preheader of 12 characters, then 200 invisible ones").waitFor();
  const subject = panel.locator("figure", { hasText: "Mail on an iPhone" }).locator("p").nth(1);
  expect(await subject.evaluate((line) => getComputedStyle(line).direction)).toBe("rtl");
  expect(await subject.textContent()).toMatch(/^ليلى.*…$/);
  expect(await subject.evaluate((line) => line.scrollWidth <= line.clientWidth)).toBe(true);
  await page.reload();
  await panel.waitFor();
});

test("forty variants stand on one sheet, a few loaded at a time; each opens as it is", async () => {
  const preview = await openPreview(project);
  const { page, shows, complaints } = await open(`${preview.url}/emails/poster`);
  await shows("poster", "default");
  await page.keyboard.press("x");
  expect(search(page)).toBe("?sheet=all");
  const cells = page.locator(".variant-sheet-cell");
  await expect.poll(() => cells.count()).toBe(160);
  const frames = page.locator('.variant-sheet iframe[data-frame="shown"]');
  await expect.poll(() => frames.count()).toBeGreaterThanOrEqual(8);
  expect(await page.locator(".variant-sheet iframe").count()).toBeLessThan(40);

  // The end of the sheet comes as soon, and what is far away is let go.
  await page.locator(".variant-sheet").evaluate((sheet) => sheet.scrollTo(0, 1e6));
  const last = page.getByRole("link", { name: "v37: Desktop, dark" });
  await last.locator('iframe[data-frame="shown"]').waitFor();
  expect(await page.locator(".variant-sheet iframe").count()).toBeLessThan(40);

  await cells.first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "rtl: Phone, dark",
  );
  await page.keyboard.press("Enter");
  await shows("poster", "rtl");
  expect(search(page)).toBe("?variant=rtl&theme=dark&width=375");
  await page.goBack();
  await expect.poll(() => cells.count()).toBe(160);
  await page.keyboard.press("Escape");
  await expect.poll(() => search(page)).toBe("");
  expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
});
