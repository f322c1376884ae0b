import { findAttribute, setAttribute } from "../html/attributes.ts";
import { decodeAttribute } from "../html/entities.ts";
import type { HtmlDocument, Token } from "../html/token.ts";

/** Attributes that load an image, by element. */
const imageAttributes: Readonly<Record<string, readonly string[]>> = {
  img: ["src", "srcset"],
  source: ["src", "srcset"],
  input: ["src"],
  video: ["poster"],
  table: ["background"],
  tbody: ["background"],
  tr: ["background"],
  td: ["background"],
  th: ["background"],
  body: ["background"],
};

const cssUrl = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)/gi;

/**
 * Calls `rewrite` for the address of every image in the HTML and its CSS, and puts what it returns
 * in the place; undefined leaves the address, and the octets around it, alone. What stands in
 * conditional comments is not looked at.
 */
export function rewriteImageUrls(
  { tokens }: HtmlDocument,
  rewrite: (url: string) => string | undefined,
): void {
  for (const token of tokens) rewriteToken(token, rewrite);
}

/** The addresses of the images that one token loads. */
export function readImageUrls(token: Token): readonly string[] {
  if (token.type !== "open" && token.type !== "raw-text") return [];
  const urls: string[] = [];
  rewriteToken(token, (url) => {
    urls.push(url);
    return undefined;
  });
  return urls;
}

function rewriteToken(token: Token, rewrite: (url: string) => string | undefined): void {
  if (token.type === "raw-text" && token.name === "style") {
    token.raw = rewriteCss(token.raw, rewrite) ?? token.raw;
  } else if (token.type === "open") {
    rewriteTag(token, rewrite);
  }
}

function rewriteTag(token: Token, rewrite: (url: string) => string | undefined): void {
  for (const name of imageAttributes[token.name] ?? []) {
    change(token, name, name === "srcset" ? (value) => rewriteSet(value, rewrite) : rewrite);
  }
  if (/url\(/i.test(token.raw)) change(token, "style", (value) => rewriteCss(value, rewrite));
}

function change(token: Token, name: string, rewrite: (value: string) => string | undefined): void {
  const attribute = findAttribute(token, name);
  if (attribute === undefined) return;
  const value = rewrite(decodeAttribute(attribute.rawValue));
  if (value !== undefined) setAttribute(token, name, value);
}

function rewriteCss(css: string, rewrite: (url: string) => string | undefined): string | undefined {
  let isChanged = false;
  const changed = css.replace(cssUrl, (whole, double, single, bare) => {
    const url = rewrite(double ?? single ?? bare);
    if (url === undefined) return whole;
    isChanged = true;
    return `url("${url.replaceAll('"', "%22")}")`;
  });
  return isChanged ? changed : undefined;
}

/** The addresses of `srcset`, each before its descriptor. @see https://html.spec.whatwg.org/#srcset-attribute */
function rewriteSet(set: string, rewrite: (url: string) => string | undefined): string | undefined {
  let isChanged = false;
  const changed = set.replace(/(^|,\s*|\s)(\/[^\s,]+)/g, (whole, before, url) => {
    const next = rewrite(url);
    if (next === undefined) return whole;
    isChanged = true;
    return before + next;
  });
  return isChanged ? changed : undefined;
}
