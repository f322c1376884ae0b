import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { InboxList } from "../../preview/protocol/index.ts";
import { openPreview, type TestPreview } from "../preview/server/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { findViolations } from "./axe.ts";
import { browserForFile, expectText } from "./open-page.ts";
import { onePixel, openHost, waysToAsk } from "./remote-host.ts";

const { open } = browserForFile();

const logo = { filename: "logo.png", cid: "logo", content: onePixel };

/** Sends HTML into the inbox. @returns the id of the message */
async function put(preview: TestPreview, html: string): Promise<string> {
  const client = await clientOf(preview);
  const to = { from: "a@b.example", to: "c@d.example" };
  await client.sendMail({ ...to, subject: "Hostile", html, attachments: [logo] });
  const { messages } = await preview.json<InboxList>("/api/inbox");
  return messages[0]?.id ?? "";
}

const width = (image: HTMLImageElement) => image.naturalWidth;

/** Long enough for a browser to connect to somebody on this machine. */
const momentMs = 400;

test("a message asks nobody until one says so, and then without a Referer", async () => {
  const preview = await openPreview({}, { atOnce: true });
  const { host, asked, connections } = await openHost();
  const html = `<!doctype html>${waysToAsk(host).join("\n")}`;
  const id = await put(preview, html);
  const { page, email } = await open(`${preview.url}/inbox/${id}`);
  await expectText(email(), "The letter");
  const note = page.getByRole("region", { name: "Remote content" });
  await note.getByText("Not loaded: ").waitFor();
  expect(await note.textContent()).toMatch(
    new RegExp(
      `^Not loaded: \\d+ pictures, \\d style sheets, 1 font, \\d files of video or sound and \\d+ connections ahead of time from ${host}`,
    ),
  );
  // Its own picture is not remote; loading it comes after all that stands before it.
  await expect.poll(() => email().locator("#logo").evaluate(width)).toBe(1);
  await email().getByText("link", { exact: true }).click();
  await page.waitForTimeout(momentMs);
  expect(asked).toEqual([]);
  expect(connections()).toBe(0);
  expect(await findViolations(page, ".remote-note")).toEqual([]);

  // By itself, in a tab, it asks nobody either.
  await page.goto(`${preview.url}/api/inbox/${id}/html`);
  await expect.poll(() => page.locator("#logo").evaluate(width)).toBe(1);
  await page.waitForTimeout(momentMs);
  expect(connections()).toBe(0);

  await page.goto(`${preview.url}/inbox/${id}`);
  await note.getByRole("button", { name: "Show", exact: true }).press("Enter");
  await note.getByText("Loaded: ").waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe("Ask first");
  const paths = () => asked.map(({ path }) => path);
  const shown = ["import.css", "pixel2", "link.css", "srcset", "style", "css", "content", "cell"];
  await expect.poll(paths).toEqual(expect.arrayContaining(shown));
  await expect.poll(() => email().locator("#logo").evaluate(width)).toBe(1);
  await page.waitForTimeout(momentMs);
  for (const path of ["refresh", "link", "object", "embed", "frame", "module", "script", "data"]) {
    expect(paths()).not.toContain(path);
  }
  expect(asked.filter(({ headers }) => headers.referer !== undefined)).toEqual([]);
});

test("what is shown for good is shown of the next message, until one asks again", async () => {
  const preview = await openPreview({}, { atOnce: true });
  const { host, asked, connections } = await openHost();
  const letter = (name: string) => `<p>${name}</p><img src="http://${host}/${name}">`;
  const ids: string[] = [];
  for (const name of ["one", "two", "three"]) ids.push(await put(preview, letter(name)));
  const { page, email } = await open(`${preview.url}/inbox/${ids[0]}`);
  const paths = () => asked.map(({ path }) => path);
  await page.getByText(`Not loaded: 1 picture from ${host}`).waitFor();
  expect(connections()).toBe(0);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect.poll(paths).toEqual(["one"]);
  // That was for this message only.
  await page.goto(`${preview.url}/inbox/${ids[1]}`);
  await page.getByText(`Not loaded: 1 picture from ${host}`).waitFor();
  expect(paths()).toEqual(["one"]);
  await page.getByRole("button", { name: "Always show" }).click();
  await expect.poll(paths).toContain("two");
  await page.goto(`${preview.url}/inbox/${ids[2]}`);
  await expect.poll(paths).toContain("three");
  await page.getByText("Always loaded: ").waitFor();
  await page.getByRole("button", { name: "Ask first" }).click();
  await page.getByText("Not loaded: ").waitFor();
  await expectText(email(), "three");
});

test("nothing stands before the policy, however a message begins", async () => {
  const preview = await openPreview({}, { atOnce: true });
  const { host, connections } = await openHost();
  const before = `<img src=http://${host}/before>`;
  const starts = [
    ...["\u00a0<!doctype html>", "\ufeff\ufeff<!doctype html>", "</html>"],
    ...[`<!-->${before}-->`, `<!--->${before}-->`, `<!--x--!>${before}-->`, `<!---!>${before}-->`],
    ...[`<!doctype html><!-->${before}-->`, `<!doctype ">${before}">`, `<?x ">${before}?>`],
    ...[`<!-- <!-- -->${before}-->`, `<!x ">${before}">`],
  ];
  const { page } = await open(`${preview.url}/inbox`);
  for (const start of starts) {
    const letter = `${start}<p>The letter</p><img src="http://${host}/pixel">`;
    await page.goto(`${preview.url}/inbox/${await put(preview, letter)}`);
    await page.locator('iframe[data-frame="shown"]').waitFor();
    await page.getByText(/^Not loaded: /).waitFor();
    expect(connections(), start).toBe(0);
  }
  await page.waitForTimeout(momentMs);
  expect(connections()).toBe(0);
});

test("a message keeps its layout, whatever stands before its doctype", async () => {
  const preview = await openPreview({}, { atOnce: true });
  const { page, email } = await open(`${preview.url}/inbox`);
  const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">';
  const modes = {
    [`\ufeff<!-- x --><?xml version="1.0"?>\r\n${doctype}`]: "CSS1Compat",
    [`<!-->${doctype}`]: "CSS1Compat",
    "<p>": "BackCompat",
  };
  for (const [start, mode] of Object.entries(modes)) {
    await page.goto(`${preview.url}/inbox/${await put(preview, `${start}<p>x</p>`)}`);
    const html = email().locator("html");
    expect(await html.evaluate(() => document.compatMode), start).toBe(mode);
  }
});

test("an email of the project loads its pictures, without a Referer", async () => {
  const { host, asked } = await openHost();
  const code = `export default function A() { return <html><head><meta name="referrer" content="unsafe-url" /></head>
<body><div dangerouslySetInnerHTML={{ __html: '<style>i { background: url(http://${host}/css) }</style><i>i</i><img src="http://${host}/pixel" referrerpolicy="unsafe-url">' }} /></body></html>; }
A.PreviewProps = {};`;
  const preview = await openPreview({ "emails/a.tsx": code }, { atOnce: true });
  const { shows } = await open(`${preview.url}/emails/a`);
  await shows("a", "default");
  await expect.poll(() => asked.map(({ path }) => path).toSorted()).toEqual(["css", "pixel"]);
  expect(asked.filter(({ headers }) => headers.referer !== undefined)).toEqual([]);
});

test("a picture in a message shows, and nothing else of this server's does", async () => {
  const preview = await openPreview({}, { atOnce: true });
  const pictures = ["picture", "other"].map((name) => `<img src="NAME" id="${name}">`);
  const first = await put(preview, `<p>First</p><img src="cid:logo">`);
  const html = `<p>Second</p>${pictures[0]?.replace("NAME", "cid:logo")}${pictures[1]?.replace("NAME", `/api/inbox/${first}/pictures/0`)}`;
  const second = await put(preview, html);
  const { email } = await open(`${preview.url}/inbox/${second}`);
  await expect.poll(() => email().locator("#picture").evaluate(width)).toBe(1);
  expect(await email().locator("#other").evaluate(width)).toBe(0);
});

/** What a document, an element or a form has, and an element can be named after. */
const named = [
  ...["querySelector", "querySelectorAll", "addEventListener", "removeEventListener", "body"],
  ...["documentElement", "defaultView", "getElementById", "getElementsByName", "scrollingElement"],
  ...["readyState", "images", "styleSheets", "head", "createTreeWalker", "contains", "location"],
  ...["parentElement", "children", "childNodes", "attributes", "getAttribute", "setAttribute"],
  ...["removeAttribute", "hasAttribute", "style", "textContent", "matches", "closest", "localName"],
  ...["tagName", "nodeType", "nodeName", "parentNode", "ownerDocument", "isConnected", "dataset"],
  ...[
    "getBoundingClientRect",
    "firstElementChild",
    "nextElementSibling",
    "scrollIntoView",
    "cloneNode",
  ],
  ...["previousElementSibling", "namespaceURI", "clientHeight", "scrollHeight", "dispatchEvent"],
  ...["scrollTo", "scrollY", "matchMedia", "getComputedStyle", "frameElement", "document"],
];

/** A mail whose elements stand in the way of whatever is asked of its document and its forms. */
const clobbering = `<style>@media (prefers-color-scheme: dark) { p { color: rgb(1, 2, 3) } }</style>
${named.map((name) => `<img name="${name}" alt=""><i id="${name}"></i>`).join("")}
<form name="body"></form><form id="form" dir="ltr" style="background: #fff; color: #000; display: block"><a id="to" href="#end"><span>end</span></a>
${named.map((name) => `<input type="hidden" name="${name}">`).join("")}<p>The letter</p><input id="field"><a id="out" href="https://shop.example/">shop</a></form>
<div style="height: 2000px"></div><a name="end">The end</a>`;

const clobberingEmail = `export default function A() {
  return <html><body><div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(clobbering)} }} /></body></html>;
}
A.PreviewProps = {};`;

/** What is to be seen of the first frame, read past the names of its elements, which fool Playwright too. */
function readFrame(page: Page) {
  return page.evaluate(() => {
    const ask = <Value>(owner: { prototype: object }, name: string, target: unknown): Value =>
      Object.getOwnPropertyDescriptor(owner.prototype, name)?.get?.call(target);
    const frame = document.querySelector<HTMLIFrameElement>('iframe[data-frame="shown"]');
    if (!frame?.contentDocument || !frame.contentWindow) return null;
    const inside = frame.contentDocument;
    const find = (selector: string): Element =>
      Document.prototype.querySelector.call(inside, selector) as Element;
    const { left, top } = frame.getBoundingClientRect();
    const placeOf = (selector: string) => {
      const box = Element.prototype.getBoundingClientRect.call(find(selector));
      return { x: left + box.x + box.width / 2, y: top + box.y + box.height / 2 };
    };
    const { direction } = frame.contentWindow.getComputedStyle(find("html"));
    return {
      visibility: getComputedStyle(frame).visibility,
      text: ask<string>(Node, "textContent", ask(Document, "body", inside)),
      colour: frame.contentWindow.getComputedStyle(find("p")).color,
      direction,
      scrollY: frame.contentWindow.scrollY,
      ...{ out: placeOf("#out"), to: placeOf("#to"), field: placeOf("#field") },
    };
  });
}

test.each(["message", "email"])(
  "the names of a %s's elements reach nothing of the page",
  async (kind) => {
    const preview = await openPreview({ "emails/a.tsx": clobberingEmail }, { atOnce: true });
    const address = kind === "email" ? "/emails/a" : `/inbox/${await put(preview, clobbering)}`;
    const { page, complaints } = await open(preview.url + address);
    const looks = [
      { query: "?theme=dark", expected: { colour: "rgb(1, 2, 3)" } },
      ...["partial", "full"].map((theme) => ({ query: `?theme=${theme}`, expected: {} })),
      { query: "?dir=rtl", expected: { direction: "rtl" } },
      { query: "?width=both", expected: {} },
      { query: "", expected: { direction: "ltr" } },
    ];
    for (const { query, expected } of looks) {
      await page.goto(preview.url + address + query);
      const shown = { visibility: "visible", text: expect.stringContaining("The letter") };
      await expect
        .poll(() => readFrame(page), { timeout: 30_000 })
        .toMatchObject({
          ...shown,
          ...expected,
        });
    }
    // Links are caught, also those that stand in a form; an anchor is scrolled to.
    const before = await readFrame(page);
    if (!before) throw new Error("Cannot press: no frame shows");
    await page.mouse.click(before.out.x, before.out.y);
    await page.getByText("Link to https://shop.example/").first().waitFor();
    // What is written into a field of the email is no shortcut.
    await page.mouse.click(before.field.x, before.field.y);
    await page.keyboard.press("?");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.mouse.click(before.to.x, before.to.y);
    await expect.poll(async () => (await readFrame(page))?.scrollY).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
  },
);

test("of more links than are listed, the list and its tab say so", async () => {
  const preview = await openPreview({}, { atOnce: true });
  const links = Array.from({ length: 612 }, (_, n) => `<a href="https://a.example/${n}">${n}</a>`);
  const { page } = await open(`${preview.url}/inbox/${await put(preview, links.join(" "))}`);
  await page.getByRole("tab", { name: "Links 612" }).click();
  await page.getByText("The first 500 of 612 links are listed.").waitFor();
  expect(await findViolations(page, ".link-list")).toEqual([]);
});
