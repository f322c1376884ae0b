import { afterPrologue } from "../../protocol/html/after-prologue.ts";
import { sealHints } from "../../protocol/html/seal-hints.ts";
import { site } from "../data/site.ts";
import { attributeOf, findAllBelow, findIn, writeDocument } from "./email-dom.ts";
import { placeStaticImages } from "./static-images.ts";

/**
 * What an email may do in the frame: show itself. The sandbox already forbids scripts, forms,
 * popups and leaving; the policy forbids them a second time, along with frames, plugins and a
 * `<base>` that would turn the email's relative addresses elsewhere.
 */
const bound = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];

/** It loads what it names. */
const open = [
  "img-src * data: blob:",
  "media-src * data: blob:",
  "font-src * data:",
  "style-src * 'unsafe-inline'",
];

/** It loads what it brings along, and pictures below one address. */
function closed(pictures: string): readonly string[] {
  return [
    `img-src data: ${pictures}`,
    "media-src data:",
    "font-src data:",
    "style-src 'unsafe-inline'",
  ];
}

/** Attribute value of the frame's sandbox. Never with `allow-scripts`: together they undo it. */
export const frameSandbox = "allow-same-origin";

/** How a document stands in its frame. */
export interface FrameDocumentOptions {
  /** Where its own pictures lie, when it is to load nothing else. @default null: what it names */
  readonly pictures?: string | null | undefined;
  /** What its relative addresses are relative to. @default null: its own address */
  readonly base?: string | null;
}

/**
 * The email as a document for a frame: the sent bytes, after the doctype a policy, a token by which
 * the parsed document is recognised, and no scrollbar, which would take some of the width that a
 * phone gives to the email. What it loads is asked for without a `Referer`, and no host of a link
 * is looked up ahead.
 */
export function buildFrameDocument(
  html: string,
  token: string,
  { pictures = null, base = null }: FrameDocumentOptions = {},
): string {
  const policy = [...bound, ...(pictures === null ? open : closed(pictures))].join("; ");
  const placed = placeStaticImages(pictures === null ? html : sealHints(html), site.basePath);
  const head =
    // Before the policy, which allows none.
    (base === null ? "" : `<base href="${escapeAttribute(base)}">`) +
    `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">` +
    `<meta name="referrer" content="no-referrer">` +
    `<meta http-equiv="x-dns-prefetch-control" content="off">` +
    `<meta name="${tokenName}" content="${escapeAttribute(token)}">` +
    `<style>html{scrollbar-width:none}</style>`;
  return afterPrologue(placed, head);
}

const tokenName = "letterpress-frame";

/** The token of a parsed document, or null when it is not one of ours, or not yet. */
export function readFrameToken(document: Document): string | null {
  const meta = findIn(document, `meta[name="${tokenName}"]`);
  return meta && attributeOf(meta, "content");
}

/** What a frame shows now as HTML for elsewhere: without what this page put into it. */
export function writeFrameDocument(document: Document): string {
  const own = `base, meta[name="${tokenName}"], meta[http-equiv="Content-Security-Policy"], meta[http-equiv="x-dns-prefetch-control"]`;
  return writeDocument(document, (copy) => {
    for (const element of findAllBelow(copy, own)) element.remove();
  });
}

/** Whether the email says anything about dark mode; without that, dark looks like light. */
export function hasDarkStyles(html: string): boolean {
  return /prefers-color-scheme\s*:\s*dark|color-scheme["'\s:=][^>;]*\bdark\b/i.test(html);
}

/** Whether the email has rules of its own for dark mode, which a client may leave out. */
export function hasDarkRules(html: string): boolean {
  return /prefers-color-scheme\s*:\s*dark/i.test(html);
}

function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
