const link = /<link(?=[\s/>])/gi;
const frame = /<iframe(?=[\s/>])/gi;

/**
 * Takes from HTML what no Content-Security-Policy holds back: links that have the browser look up,
 * connect to or fetch from a host ahead of time, also those in a framed document that stands in an
 * attribute.
 *
 * A `<link>` becomes a `<meta>` that says nothing and is parsed alike; without its `rel` alone it
 * would not do, since browsers look ahead at every attribute. A frame is empty: of two attributes
 * of one name the first counts (HTML, "Attribute name state"), and `srcdoc` before `src`.
 */
export function sealHints(html: string): string {
  return html.replace(link, '<meta name="" http-equiv=""').replace(frame, '<iframe srcdoc=""');
}
