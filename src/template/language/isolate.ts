/**
 * Isolates a text of its own direction in a line that has no markup, such as a subject or a
 * preheader (U+2068 … U+2069): a name in Hebrew then turns nothing around it. In HTML, `<bdi>` does
 * the same, and is sent as `<span dir>`.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolate(text: string): string {
  return text === "" ? "" : `\u2068${text}\u2069`;
}
