import { site } from "../data/site.ts";
import { attributeOf, findIn } from "./email-dom.ts";
import { placeStaticImages } from "./static-images.ts";

/**
 * What an email may do in the frame: show itself. The sandbox already forbids scripts, forms,
 * popups and leaving; the policy forbids them a second time, along with frames, plugins and a
 * `<base>` that would turn the email's relative addresses elsewhere.
 */
const policy = [
  "default-src 'none'",
  "img-src * data: blob:",
  "media-src * data: blob:",
  "font-src * data:",
  "style-src * 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Attribute value of the frame's sandbox. Never with `allow-scripts`: together they undo it. */
export const frameSandbox = "allow-same-origin";

/** Comments, white space and the doctype before the first element. */
const prologue = /^(?:\s|<!--[\s\S]*?-->)*(?:<!doctype[^>]*>)?/i;

/**
 * The email as a document for `srcdoc`: the sent bytes, after the doctype a policy, a token by which
 * the parsed document is recognised, and no scrollbar, which would take some of the width that a
 * phone gives to the email.
 */
export function buildFrameDocument(html: string, token: string): string {
  const placed = placeStaticImages(html, site.basePath);
  const start = prologue.exec(placed)?.[0].length ?? 0;
  const head =
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="${tokenName}" content="${escapeAttribute(token)}">` +
    `<style>html{scrollbar-width:none}</style>`;
  return placed.slice(0, start) + head + placed.slice(start);
}

const tokenName = "letterpress-frame";

/** The token of a parsed document, or null when it is not one of ours, or not yet. */
export function readFrameToken(document: Document): string | null {
  const meta = findIn(document, `meta[name="${tokenName}"]`);
  return meta && attributeOf(meta, "content");
}

/** Whether the email says anything about dark mode; without that, dark looks like light. */
export function hasDarkStyles(html: string): boolean {
  return /prefers-color-scheme\s*:\s*dark|color-scheme["'\s:=][^>;]*\bdark\b/i.test(html);
}

function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
