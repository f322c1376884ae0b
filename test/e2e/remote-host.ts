import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A host on the web that notes who connects, asks, and what for. It goes when the test ends. */
export interface RemoteHost {
  /** As an address names it. */
  readonly host: string;
  /** How often somebody connected, whether or not anything was asked. */
  connections(): number;
  readonly asked: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
}

/** The smallest PNG. */
export const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export async function openHost(): Promise<RemoteHost> {
  const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  let connections = 0;
  const server = createServer(({ url = "", headers }, response) => {
    asked.push({ path: url.slice(1), headers });
    const isSheet = url.endsWith("css");
    response.setHeader("content-type", isSheet ? "text/css" : "image/png");
    response.end(isSheet ? "" : onePixel);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, asked, connections: () => connections };
}

/** All ways to ask another host that a mail could write; `HEAD` is where the others stand. */
export function waysToAsk(host: string): readonly string[] {
  const at = (name: string) => `http://${host}/${name}`;
  const hidden = (html: string) => html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return [
    `<meta name="referrer" content="unsafe-url"><META NAME='referrer' CONTENT=always>`,
    `<meta/name=&#114;eferrer content="unsafe-url">`,
    `<meta http-equiv=refresh content="1; url=${at("refresh")}">`,
    `<meta http-equiv="x-dns-prefetch-control" content="on">`,
    `<meta http-equiv="link" content="<http://${host}>; rel=preconnect">`,
    `<base href="http://${host}/">`,
    `<link rel="stylesheet" href="${at("link.css")}"><link rel=preload as=image href="${at("preload")}">`,
    `<link rel=preload as=image imagesrcset="${at("imagesrcset")} 1x">`,
    `<link rel="preconnect" href="http://${host}"><link/rel="prefetch"/href="${at("prefetch")}">`,
    `<link rel="dns-prefetch" href="http://${host}"><LINK REL=prerender HREF="${at("prerender")}">`,
    `<link rel=modulepreload href="${at("module")}"><link rel=icon href="${at("icon")}">`,
    `<link rel=manifest href="${at("manifest")}"><link rel="preconnect" href="https://${host}" crossorigin>`,
    `<style>@import "${at("import.css")}"; @font-face { font-family: F; src: url(${at("font")}) }</style>`,
    `<style>p { font-family: F; background: u\\72l(${at("css")}) } b { background: image-set("${at("set")}" 1x) }</style>`,
    `<style>p::after { content: url("${at("content")}") } ul { list-style-image: url(${at("list")}); cursor: url(${at("cursor")}), auto }</style>`,
    `<style>p::before { content: ""; mask-image: url(${at("mask")}); filter: url(${at("filter.svg")}#a); shape-outside: url(${at("shape")}); float: left }</style>`,
    `<script src="${at("script")}"></script><script type="speculationrules">{"prefetch":[{"urls":["${at("speculation")}"]}]}</script>`,
    `<p style="border-image: url('${at("style")}') 1">The letter</p><b>b</b><ul><li>l</ul>`,
    `<img src="${at("pixel")}" referrerpolicy="unsafe-url"><img/referrerpolicy=unsafe-url src=//${host}/pixel2>`,
    `<img srcset="${at("srcset")} 1x"><picture><source srcset="${at("source")}"><img></picture><image src="${at("image")}">`,
    `<img src="${at("lazy")}" loading=lazy><img lowsrc="${at("lowsrc")}" dynsrc="${at("dynsrc")}">`,
    `<img src="${at("attribution")}" attributionsrc="${at("report")}"><img src="https://${host}/secure">`,
    `<table background="${at("table")}"><tr><td background="${at("cell")}">c</table>`,
    `<video poster="${at("poster")}" src="${at("video")}" preload=auto autoplay></video><audio src="${at("audio")}" preload=auto></audio>`,
    `<video preload=auto><source src="${at("film")}"><track default kind=subtitles src="${at("track")}"></video><bgsound src="${at("bgsound")}">`,
    `<svg><image href="${at("svg")}"/><use href="${at("use.svg")}#a"/><filter id=f><feImage href="${at("feImage")}"/></filter><rect width=9 height=9 fill="url(${at("fill.svg")}#a)" filter="url(#f)"/></svg>`,
    `<svg><image xlink:href="${at("xlink")}"/><style>@import "${at("svg.css")}";</style><script href="${at("svg-script")}"></script></svg>`,
    `<input type=image src="${at("input")}"><isindex action="${at("isindex")}">`,
    `<object data="${at("object")}"></object><embed src="${at("embed")}"><applet code="${at("applet")}"></applet>`,
    `<iframe src="${at("frame")}"></iframe><frameset><frame src="${at("frameset")}"></frameset>`,
    `<iframe srcdoc="${hidden(`<link rel=preconnect href="http://${host}"><link rel=stylesheet href="${at("inner.css")}"><img src="${at("inner")}">`)}"></iframe>`,
    `<object data="data:text/html,${hidden(`<link rel=preconnect href="http://${host}"><img src="${at("data")}">`)}"></object>`,
    `<iframe src="data:text/html,${hidden(`<link rel=preconnect href="http://${host}"><img src="${at("data")}">`)}"></iframe>`,
    `<div><template shadowrootmode="open"><img src="${at("shadow")}"><link rel="stylesheet" href="${at("shadow.css")}"></template></div>`,
    `<noscript><img src="${at("noscript")}"><link rel=preconnect href="http://${host}"></noscript>`,
    `<a href="${at("link")}" ping="${at("ping")}">link</a><form action="${at("form")}"><button formaction="${at("button")}">b</button></form>`,
    `<img src="cid:logo" id="logo" alt="logo">`,
  ];
}
