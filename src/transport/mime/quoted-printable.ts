/** Longest line of encoded text, its soft line break counted. @see RFC 2045 §6.7 rule 5 */
const maxLineLength = 76;

const carriageReturn = 13;
const lineFeed = 10;
const space = 32;
const tab = 9;
const equals = 61;
const hexDigits = new TextEncoder().encode("0123456789ABCDEF");

/** What to do with an octet. */
const encode = 0;
const keep = 1;
const endLine = 2;

const treatment = new Uint8Array(256).fill(keep, space, 127);
treatment[equals] = encode;
treatment[tab] = keep;
treatment[carriageReturn] = endLine;
treatment[lineFeed] = endLine;

/** The most octets that so many can become: each as =XX, and a soft line break in each line. */
export function largestQuotedPrintable(octetCount: number): number {
  return octetCount * 3 + Math.ceil(octetCount / 20) * 3 + 6;
}

/**
 * Encodes UTF-8 in quoted-printable. Line breaks of any kind become CRLF; no character is torn
 * apart by a soft line break; a space before a line break is encoded, so it survives relays.
 *
 * @param target has room for {@link largestQuotedPrintable} octets after `start`
 * @returns where in `target` the encoded text ends
 * @see RFC 2045 §6.7
 */
export function encodeQuotedPrintable(
  source: Uint8Array,
  target: Uint8Array,
  start: number,
): number {
  const length = source.length;
  let end = start;
  let lineStart = end;
  let at = 0;
  while (at < length) {
    // The last column is left to the soft line break.
    const limit = lineStart + maxLineLength - 1;
    while (at < length && end < limit && treatment[source[at] as number] === keep) {
      target[end] = source[at] as number;
      end += 1;
      at += 1;
    }
    if (at === length) break;
    const octet = source[at] as number;
    const what = treatment[octet];
    if (what === endLine) {
      end = encodeTrailingBlank(target, lineStart, end);
      target[end] = carriageReturn;
      target[end + 1] = lineFeed;
      end += 2;
      lineStart = end;
      at += octet === carriageReturn && source[at + 1] === lineFeed ? 2 : 1;
    } else if (what === keep || end + encodedLength(octet) > limit) {
      end = breakLine(target, end);
      lineStart = end;
    } else {
      end = writeEncoded(target, end, octet);
      at += 1;
    }
  }
  return encodeTrailingBlank(target, lineStart, end);
}

/** Columns that must be free for an octet: those of the whole character for its first, none for the others. */
function encodedLength(octet: number): number {
  if (octet < 0x80) return 3;
  if (octet < 0xc0) return 0;
  if (octet < 0xe0) return 6;
  return octet < 0xf0 ? 9 : 12;
}

function writeEncoded(target: Uint8Array, end: number, octet: number): number {
  target[end] = equals;
  target[end + 1] = hexDigits[octet >> 4] as number;
  target[end + 2] = hexDigits[octet & 15] as number;
  return end + 3;
}

function breakLine(target: Uint8Array, end: number): number {
  target[end] = equals;
  target[end + 1] = carriageReturn;
  target[end + 2] = lineFeed;
  return end + 3;
}

/** Encodes the last octet of a line if it is a space or tab (rule 3). */
function encodeTrailingBlank(target: Uint8Array, lineStart: number, end: number): number {
  const last = end > lineStart ? target[end - 1] : undefined;
  if (last !== space && last !== tab) return end;
  const isCramped = end - 1 + 3 > lineStart + maxLineLength;
  return writeEncoded(target, isCramped ? breakLine(target, end - 1) : end - 1, last);
}
