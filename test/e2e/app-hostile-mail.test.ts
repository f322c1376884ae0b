import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { InboxList } from "../../preview/protocol/index.ts";
import { openPreview, type TestPreview } from "../preview/server/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { findViolations } from "./axe.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const logo = { filename: "logo.png", cid: "logo", content: Buffer.from(onePixel, "base64") };

/** Sends HTML into the inbox. @returns the id of the message */
async function put(preview: TestPreview, html: string, attachments = [logo]): Promise<string> {
  const client = await clientOf(preview);
  const to = { from: "a@b.example", to: "c@d.example" };
  await client.sendMail({ ...to, subject: "Hostile", html, attachments });
  const { messages } = await preview.json<InboxList>("/api/inbox");
  return messages[0]?.id ?? "";
}

/** A host on the web that notes who asks. */
async function openHost() {
  const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  const server = createServer(({ url = "", headers }, response) => {
    asked.push({ path: url.slice(1), headers });
    const isSheet = url.endsWith("css");
    response.setHeader("content-type", isSheet ? "text/css" : "image/png");
    response.end(isSheet ? "" : Buffer.from(onePixel, "base64"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, asked };
}

/** All ways to ask another host that a mail could write. */
const remote = (host: string) => `<!doctype html><html><head>
<meta name="referrer" content="unsafe-url"><META NAME='referrer' CONTENT=always>
<meta/name=&#114;eferrer content="unsafe-url"><meta http-equiv=refresh content="1; url=http://${host}/refresh">
<meta http-equiv="x-dns-prefetch-control" content="on">
<link rel="stylesheet" href="http://${host}/link.css"><link rel=preload as=image href="http://${host}/preload">
<link rel="preconnect" href="http://${host}"><link/rel="prefetch"/href="http://${host}/prefetch">
<link rel="dns-prefetch" href="http://${host}"><LINK REL=prerender HREF="http://${host}/prerender">
<link rel=modulepreload href="http://${host}/module"><link rel=icon href="http://${host}/icon">
<style>@import "http://${host}/import.css"; @font-face { font-family: F; src: url(http://${host}/font) }
p { font-family: F; background: u\\72l(http://${host}/css) } b { background: image-set("http://${host}/set" 1x) }
p::after { content: url("http://${host}/content") } ul { list-style-image: url(http://${host}/list); cursor: url(http://${host}/cursor), auto }</style></head>
<body background="http://${host}/body"><p style="border-image: url('http://${host}/style') 1">The letter</p><b>b</b><ul><li>l</ul>
<img src="http://${host}/pixel" referrerpolicy="unsafe-url"><img/referrerpolicy=unsafe-url src=//${host}/pixel2>
<img srcset="http://${host}/srcset 1x"><picture><source srcset="http://${host}/source"><img></picture>
<img src="http://${host}/attribution" attributionsrc="http://${host}/report">
<table background="http://${host}/table"><tr><td background="http://${host}/cell">c</table>
<video poster="http://${host}/poster" src="http://${host}/video" preload=auto></video><audio src="http://${host}/audio" preload=auto></audio>
<svg><image href="http://${host}/svg"/><use href="http://${host}/use.svg#a"/></svg><input type=image src="http://${host}/input">
<object data="http://${host}/object"></object><embed src="http://${host}/embed"><iframe src="http://${host}/frame"></iframe>
<div><template shadowrootmode="open"><img src="http://${host}/shadow"></template></div>
<a href="http://${host}/link">link</a><img src="cid:logo" id="logo" alt="logo"></body></html>`;

test("a message asks nobody until one says so, and then without a Referer", async () => {
  const preview = await openPreview({});
  const { host, asked } = await openHost();
  const id = await put(preview, remote(host));
  const { page, email } = await open(`${preview.url}/inbox/${id}`);
  await expectText(email(), "The letter");
  const note = page.getByRole("region", { name: "Remote content" });
  await note.getByText(`Not loaded: `).waitFor();
  expect(await note.textContent()).toMatch(
    new RegExp(
      `^Not loaded: \\d+ pictures, 2 style sheets, 1 font, \\d files of video or sound and \\d connections ahead of time from ${host}`,
    ),
  );
  // Its own picture is not remote; loading it comes after all that stands before it.
  const width = (image: HTMLImageElement) => image.naturalWidth;
  await expect.poll(() => email().locator("#logo").evaluate(width)).toBe(1);
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  expect(await findViolations(page, ".remote-note")).toEqual([]);

  await note.getByRole("button", { name: "Show", exact: true }).press("Enter");
  await note.getByText("Loaded: ").waitFor();
  await expect.poll(() => asked.map(({ path }) => path)).toContain("import.css");
  await expect.poll(() => asked.map(({ path }) => path)).toContain("pixel2");
  await expect.poll(() => email().locator("#logo").evaluate(width)).toBe(1);
  await page.waitForTimeout(300);
  const paths = new Set(asked.map(({ path }) => path));
  for (const path of ["link.css", "pixel", "srcset", "style", "css", "content", "cell"]) {
    expect(paths).toContain(path);
  }
  for (const path of ["refresh", "link", "object", "embed", "frame", "module"]) {
    expect(paths).not.toContain(path);
  }
  expect(asked.filter(({ headers }) => headers.referer !== undefined)).toEqual([]);
});

test("what is shown for good is shown of the next message, until one asks again", async () => {
  const preview = await openPreview({});
  const { host, asked } = await openHost();
  const letter = (name: string) => `<p>${name}</p><img src="http://${host}/${name}">`;
  const ids: string[] = [];
  for (const name of ["one", "two"]) ids.push(await put(preview, letter(name)));
  const { page, email } = await open(`${preview.url}/inbox/${ids[0]}`);
  const paths = () => asked.map(({ path }) => path);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect.poll(paths).toEqual(["one"]);
  // That was for this message only.
  await page.goto(`${preview.url}/inbox/${ids[1]}`);
  await page.getByText(`Not loaded: 1 picture from ${host}`).waitFor();
  expect(paths()).toEqual(["one"]);
  await page.getByRole("button", { name: "Always show" }).click();
  await expect.poll(paths).toContain("two");
  await page.reload();
  await page.getByText("Always loaded: ").waitFor();
  await page.getByRole("button", { name: "Ask first" }).click();
  await page.getByText("Not loaded: ").waitFor();
  await expectText(email(), "two");
});

test.each([
  "\u00a0<!doctype html>",
  "\ufeff",
  "<!--><img src=http://HOST/before>-->",
  "<!---><img src=http://HOST/before>-->",
  "<!--x--!><img src=http://HOST/before>-->",
  "<!doctype html><!--><img src=http://HOST/before>-->",
  '<!doctype "><img src=http://HOST/before>">',
])("nothing stands before the policy: %j", async (start) => {
  const preview = await openPreview({}, { atOnce: true });
  const { host, asked } = await openHost();
  const html = `${start.replaceAll("HOST", host)}<p>The letter</p><img src="http://${host}/pixel">`;
  const id = await put(preview, html);
  const { page, email } = await open(`${preview.url}/inbox/${id}`);
  await expectText(email(), "The letter");
  await page.waitForTimeout(200);
  expect(asked).toEqual([]);
});

test("an email of the project loads its pictures, without a Referer", async () => {
  const { host, asked } = await openHost();
  const code = `export default function A() { return <html><head><meta name="referrer" content="unsafe-url" /></head>
<body><div dangerouslySetInnerHTML={{ __html: '<style>i { background: url(http://${host}/css) }</style><i>i</i><img src="http://${host}/pixel" referrerpolicy="unsafe-url">' }} /></body></html>; }
A.PreviewProps = {};`;
  const preview = await openPreview({ "emails/a.tsx": code });
  const { shows } = await open(`${preview.url}/emails/a`);
  await shows("a", "default");
  await expect.poll(() => asked.map(({ path }) => path).toSorted()).toEqual(["css", "pixel"]);
  expect(asked.filter(({ headers }) => headers.referer !== undefined)).toEqual([]);
});

test("a picture stands in a hundred thousand places", async () => {
  const preview = await openPreview({});
  const content = Buffer.concat([Buffer.from(onePixel, "base64"), Buffer.alloc(12_000_000)]);
  const html = `<p>The letter</p>${'<img src="cid:logo" width=1>\n'.repeat(100_000)}`;
  const id = await put(preview, html, [{ ...logo, content }]);
  const answer = await preview.request(`/api/inbox/${id}/html`);
  expect((await answer.arrayBuffer()).byteLength).toBeLessThan(html.length + 8_000_000);
  const { page, email } = await open(`${preview.url}/inbox/${id}`);
  await page.getByRole("button", { name: "Show it" }).click();
  await expectText(email(), "The letter");
  const width = (image: HTMLImageElement) => image.naturalWidth;
  await expect.poll(() => email().locator("img").first().evaluate(width)).toBe(1);
});

test("a picture in a message shows, and nothing else of this server's does", async () => {
  const preview = await openPreview({});
  const pictures = ["picture", "other"].map((name) => `<img src="NAME" id="${name}">`);
  const first = await put(preview, `<p>First</p><img src="cid:logo">`);
  const html = `<p>Second</p>${pictures[0]?.replace("NAME", "cid:logo")}${pictures[1]?.replace("NAME", `/api/inbox/${first}/pictures/0`)}`;
  const second = await put(preview, html);
  const { page, email } = await open(`${preview.url}/inbox/${second}`);
  const width = (image: HTMLImageElement) => image.naturalWidth;
  await expect.poll(() => email().locator("#picture").evaluate(width)).toBe(1);
  expect(await email().locator("#other").evaluate(width)).toBe(0);
  // In a tab of its own, too.
  await page.goto(`${preview.url}/api/inbox/${second}/html`);
  await expect.poll(() => page.locator("#picture").evaluate(width)).toBe(1);
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
${named.map((name) => `<input type="hidden" name="${name}">`).join("")}<p>The letter</p><a id="out" href="https://shop.example/">shop</a></form>
<div style="height: 2000px"></div><a name="end">The end</a>`;

const clobberingEmail = `export default function A() {
  return <html><body><div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(clobbering)} }} /></body></html>;
}
A.PreviewProps = {};`;

test.each(["message", "email"])(
  "the names of a %s's elements reach nothing of the page",
  async (kind) => {
    const preview = await openPreview({ "emails/a.tsx": clobberingEmail });
    const address = kind === "email" ? "/emails/a" : `/inbox/${await put(preview, clobbering)}`;
    const { page, email, complaints } = await open(preview.url + address);
    await expectText(email(), "The letter");
    const frame = page.locator('iframe[data-frame="shown"]').first();
    const visibility = (element: Element) => getComputedStyle(element).visibility;
    expect(await frame.evaluate(visibility)).toBe("visible");
    // Links are caught, also those that stand in a form; an anchor is scrolled to.
    await email().locator("#out").click();
    await page.getByText("Link to https://shop.example/").first().waitFor();
    await email().locator("#to").click();
    const scrolled = (element: HTMLIFrameElement) => element.contentWindow?.scrollY ?? 0;
    await expect.poll(() => frame.evaluate(scrolled)).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
  },
);
