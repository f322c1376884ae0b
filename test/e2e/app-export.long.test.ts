import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { exportPreview } from "letterpress/vite";
import { expect, onTestFinished, test } from "vitest";
import type { EmailSummary } from "../../preview/protocol/index.ts";
import { createProject } from "../preview/server/test-project.ts";
import { letter, letters } from "./app-project.ts";
import { browserForFile, expectText } from "./open-page.ts";
import { startStaticHost } from "./static-host.ts";

const { open } = browserForFile();

/** The smallest picture that a browser draws: 2 × 1. */
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>`;

const pictured = `import { defineEmail } from "letterpress";

function Pictured({ locale }: { locale: "en" | "de" }) {
  return (
    <html lang={locale}>
      <body>
        <img id="logo" src="/static/logo.svg" alt="" />
        {locale === "de" ? "Danke" : "Thank you"}
      </body>
    </html>
  );
}
export default defineEmail({
  id: "shop/pictured",
  component: Pictured,
  subject: "Order",
  locales: ["en", "de"],
  variants: { default: { locale: "en" } },
});
`;

/** It needs Node. */
const server = `import { endianness } from "node:os";
import { defineEmail } from "letterpress";

function Server({ name }: { name: string }) {
  const terms = "Terms, " + endianness();
  return <html lang="en"><body>{name}: {terms}</body></html>;
}
export default defineEmail({
  id: "server",
  component: Server,
  subject: "Terms",
  variants: { default: { name: "Bob" } },
});
`;

async function exportProject(options: { readonly props?: boolean } = {}): Promise<string> {
  const project = createProject({
    ...letters,
    'emails/it\'s "odd" 100%.tsx': letter("odd", "Odd"),
    "emails/broken.tsx": letter("broken", "{undefined.boom}"),
    "emails/shop/pictured.tsx": pictured,
    "emails/static/logo.svg": picture,
    "emails/server.tsx": server,
  });
  onTestFinished(() => project.dispose());
  const { outDir } = await exportPreview({ ...options, root: project.root, outDir: "site" });
  return outDir;
}

test("an exported preview is the same app, read only, in any folder of a plain host", async () => {
  const host = await startStaticHost(await exportProject(), "redirect");
  const { page, shows, email, complaints, isSamePage } = await open(
    `${host.url}emails/orders/order?variant=forty-lines`,
  );
  await shows("orders/order", "forty-lines");
  await expectText(email(), "Line 40");
  expect(page.url()).toBe(`${host.url}emails/orders/order/?variant=forty-lines`);

  // What needs a server is not there.
  for (const name of [/^send/i, /^inbox\b/i]) {
    expect(
      await page.getByRole("button", { name }).or(page.getByRole("link", { name })).count(),
    ).toBe(0);
  }
  await page.keyboard.press("s");

  // Moving about, by key and by link, within the page and after a reload.
  await page.keyboard.press("j");
  await shows("orders/refund", "default");
  expect(page.url()).toBe(`${host.url}emails/orders/refund/`);
  await page.keyboard.press("v");
  await shows("orders/refund", "forty-lines");
  await page.goBack();
  await page.goBack();
  await shows("orders/order", "forty-lines");
  expect(await isSamePage()).toBe(true);
  await page.reload();
  await shows("orders/order", "forty-lines");
  await page.getByRole("tab", { name: "Source" }).click();
  await page.getByText("defineEmail").first().waitFor();

  // Pictures of the static folder, and a locale.
  await page.goto(`${host.url}emails/shop/pictured/index.html?locale=de`);
  await shows("shop/pictured", "default");
  await expectText(email(), "Danke");
  await expect
    .poll(() =>
      email()
        .locator("#logo")
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(2);
  expect(host.missed).toEqual([]);

  // A name that an address has to escape; an email that does not render; a variant that is gone.
  await page.goto(`${host.url}emails/it's%20%22odd%22%20100%25/?variant=no-lines`);
  await expectText(email(), "Odd");
  await page.goto(`${host.url}emails/broken/`);
  await page.getByRole("alert").getByText(/boom/).first().waitFor();
  expect(complaints).toEqual([]);
  await page.goto(`${host.url}emails/orders/order/?variant=gone`);
  await shows("orders/order", "default");

  // What was edited is rendered by the browser itself, styles and all; by address and by form.
  await page.goto(`${host.url}emails/orders/order/?props=${encodeURIComponent(`{"lines":7}`)}`);
  await expectText(email(), "Line 7");
  await page.keyboard.press("p");
  const panel = page.getByRole("complementary", { name: "Props" });
  await panel.getByLabel("lines", { exact: true }).fill("9");
  await expectText(email(), "Line 9");
  expect(await page.getByRole("button", { name: "Save as variant" }).count()).toBe(0);
  // What needs Node says so, and shows what was exported.
  await page.goto(`${host.url}emails/server/?props=${encodeURIComponent(`{"name":"Ada"}`)}`);
  await page
    .getByRole("alert")
    .getByText(/cannot be edited in this export: .*it uses endianness of node:os/)
    .waitFor();
  await expectText(email(), "Terms");
  // The first page shows all of them.
  await page.goto(host.url);
  await page
    .getByRole("link", { name: /welcome/ })
    .first()
    .click();
  await shows("account/welcome", "default");
});

test("a host that gives a page without its last slash finds the same files", async () => {
  const host = await startStaticHost(await exportProject({ props: false }), "at once");
  const { page, shows, email } = await open(`${host.url}emails/shop/pictured`);
  await shows("shop/pictured", "default");
  await expectText(email(), "Thank you");
  expect(await page.getByRole("button", { name: "Props" }).count()).toBe(0);
  expect(host.missed.filter((path) => !path.includes("_letterpress"))).toEqual([]);
});

test("templates made for React Email come out in the browser as they did in Node", async () => {
  const fixture = resolve(import.meta.dirname, "../fixtures/react-email-project");
  const project = createProject({});
  onTestFinished(() => project.dispose());
  project.remove("tsconfig.json");
  cpSync(fixture, project.root, { recursive: true });
  const { outDir, failures, notEditable } = await exportPreview({
    ...{ root: project.root, outDir: "site", source: false, props: true },
  });
  expect([failures, notEditable]).toEqual([[], []]);
  const host = await startStaticHost(outDir, "redirect");
  const { page } = await open(host.url);
  const ids = JSON.parse(readFileSync(join(outDir, "api/emails.json"), "utf8")).emails.map(
    ({ id }: EmailSummary) => id,
  );
  const differing = await page.evaluate(async (all: readonly string[]) => {
    const worker = new Worker(new URL("_letterpress/emails/render.js", document.baseURI), {
      type: "module",
    });
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(null, [port2]);
    const render = (id: string) =>
      new Promise<{ html?: string; text?: string }>((done) => {
        port1.onmessage = ({ data }) => done(data.result);
        const query = { id, variant: "default", locale: null, props: null };
        port1.postMessage({ number: 1, query });
      });
    const found: string[] = [];
    for (const id of all) {
      const exported = await fetch(new URL(`api/emails/${id}/default.json`, document.baseURI));
      const { result } = await exported.json();
      const own = await render(id);
      if (own.html !== result.html || own.text !== result.text) found.push(id);
    }
    return found;
  }, ids);
  expect(ids).toHaveLength(12);
  expect(differing).toEqual([]);
});
