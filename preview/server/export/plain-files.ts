import { serialize } from "../../../src/template/html/token.ts";
import { tokenize } from "../../../src/template/html/tokenize.ts";
import { rewriteImageUrls } from "../../../src/template/images/image-urls.ts";
import type { EmailView } from "../../protocol/index.ts";

/** A file for others to use. */
export interface PlainFile {
  /** From the root of the export. */
  readonly path: string;
  readonly content: string;
}

/**
 * One email in one state as plain files beside its page: the HTML and the text as they would be
 * sent, and what else is known as JSON.
 *
 * @param locale the locale that was asked for; null: as the props say
 * @param imageBase where the images of `/static` are; undefined: beside the export's pages
 */
export function plainFiles(
  { id, file, variant: slug, variants, result }: EmailView,
  locale: string | null,
  imageBase: string | undefined,
): readonly PlainFile[] {
  const name = plainName(slug, locale);
  const folder = `emails/${id}`;
  const variant = variants.find((one) => one.slug === slug) ?? { name: slug, slug };
  const state = { id, file, variant: variant.name, locale };
  if (result.status === "failed") {
    const { status, phase, message, location } = result;
    return [
      {
        path: `${folder}/${name}.json`,
        content: json({ ...state, status, phase, message, location }),
      },
    ];
  }
  const { status, subject, preheader, from, html, text, htmlBytes, warnings = [] } = result;
  const toRoot = "../".repeat(folder.split("/").length);
  return [
    { path: `${folder}/${name}.html`, content: placeImages(html, imageBase ?? toRoot) },
    { path: `${folder}/${name}.txt`, content: text },
    {
      path: `${folder}/${name}.json`,
      content: json({
        ...{ ...state, status, subject, preheader, from },
        ...{ html: `${name}.html`, htmlBytes },
        ...{ text: `${name}.txt`, textBytes: Buffer.byteLength(text) },
        warnings,
      }),
    },
  ];
}

/** `forty-lines`, `forty-lines.de`. The page itself is called `index`; no slug has a `_`. */
export function plainName(slug: string, locale: string | null): string {
  const name = slug === "index" ? "index_" : slug;
  return locale === null ? name : `${name}.${encodeURIComponent(locale)}`;
}

/** @param base an address, or a path up to the root; what follows is `static/…` */
function placeImages(html: string, base: string): string {
  if (!html.includes("/static/")) return html;
  const document = { tokens: tokenize(html) };
  const from = base.endsWith("/") ? base : `${base}/`;
  rewriteImageUrls(document, (url) =>
    url.startsWith("/static/") ? from + url.slice(1) : undefined,
  );
  return serialize(document);
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
