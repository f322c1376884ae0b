/**
 * What browsers read before the first element without making one (HTML, "The initial insertion
 * mode"): a byte order mark, white space, comments however they end, and the doctype.
 */
const prologue =
  /^\ufeff?(?:[\t\n\f\r ]|<!--(?:-?>|[\s\S]*?--!?>)|<\?[^>]*>|<!(?!--|doctype)[^>]*>)*(?:<!doctype[^>]*>)?/i;

/**
 * HTML with a few elements before its first one, in the head and without a change to how the rest
 * is parsed. Nothing of the HTML's own comes before them, so that a policy among them holds for
 * all of it.
 */
export function afterPrologue(html: string, elements: string): string {
  const start = prologue.exec(html)?.[0].length ?? 0;
  return html.slice(0, start) + elements + html.slice(start);
}
