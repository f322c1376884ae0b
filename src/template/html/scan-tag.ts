const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const equals = 61;
const greaterThan = 62;

/** Where one attribute stands in the source. Filled by {@link scanAttribute}. */
export interface AttributeRange {
  nameStart: number;
  nameEnd: number;
  /** Without its quotes; -1 when the attribute has no value. */
  valueStart: number;
  valueEnd: number;
}

/** Whether a character code is white space to HTML: tab, LF, FF, CR, space. */
export function isSpaceCode(code: number): boolean {
  return code === 32 || (code <= 13 && (code === 10 || code === 9 || code === 13 || code === 12));
}

/**
 * Reads the next attribute of a tag: a quote opens a value only right after `=`, and a `>` ends
 * the tag anywhere but in a quoted value.
 *
 * @param from index after the tag name or after the attribute before
 * @param range receives the attribute; untouched when there is none left
 * @returns index after the attribute; that of the `>` when there is none left; -1 when the source
 * ends before the tag does
 * @see https://html.spec.whatwg.org/#before-attribute-name-state
 */
export function scanAttribute(html: string, from: number, range: AttributeRange): number {
  let at = from;
  let code = html.charCodeAt(at);
  while (code === slash || isSpaceCode(code)) code = html.charCodeAt(++at);
  if (code === greaterThan) return at;
  if (at >= html.length) return -1;

  range.nameStart = at;
  // A leading `=` belongs to the name.
  code = html.charCodeAt(++at);
  while (code !== equals && code !== greaterThan && code !== slash && !isSpaceCode(code)) {
    if (at >= html.length) return -1;
    code = html.charCodeAt(++at);
  }
  range.nameEnd = at;
  range.valueStart = range.valueEnd = -1;

  while (isSpaceCode(code)) code = html.charCodeAt(++at);
  return code === equals ? scanValue(html, at + 1, range) : at;
}

/** Reads the value after a `=`. Returns the index after it, or -1 when a quote never closes. */
function scanValue(html: string, from: number, range: AttributeRange): number {
  let at = from;
  let code = html.charCodeAt(at);
  while (isSpaceCode(code)) code = html.charCodeAt(++at);
  if (code === doubleQuote || code === singleQuote) {
    range.valueStart = at + 1;
    range.valueEnd = html.indexOf(code === doubleQuote ? '"' : "'", at + 1);
    return range.valueEnd < 0 ? -1 : range.valueEnd + 1;
  }
  range.valueStart = at;
  while (at < html.length && code !== greaterThan && !isSpaceCode(code)) {
    code = html.charCodeAt(++at);
  }
  range.valueEnd = at;
  return at < html.length ? at : -1;
}

/** Index after the `>` that ends a tag whose name ends at `from`; -1 when it never ends. */
export function findTagEnd(html: string, from: number): number {
  const range: AttributeRange = { nameStart: 0, nameEnd: 0, valueStart: 0, valueEnd: 0 };
  let at = from;
  while (at >= 0 && html.charCodeAt(at) !== greaterThan) at = scanAttribute(html, at, range);
  return at < 0 ? -1 : at + 1;
}
