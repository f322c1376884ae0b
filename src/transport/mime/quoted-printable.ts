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
const keepInside = 2;
const endLine = 3;

const treatment = new Uint8Array(256).fill(keep, 33, 127);
treatment[equals] = encode;
treatment[space] = keepInside;
treatment[tab] = keepInside;
treatment[carriageReturn] = endLine;
treatment[lineFeed] = endLine;

/** The most octets that so many can become: each as =XX, and a soft line break in each line. */
export function largestQuotedPrintable(octetCount: number): number {
  return octetCount * 3 + Math.ceil(octetCount / 20) * 3 + 3;
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
  /** Where a line must be broken, one column before its last: there stands the soft line break. */
  let limit = end + maxLineLength - 1;
  for (let i = 0; i < length; i += 1) {
    const octet = source[i] as number;
    const what = treatment[octet] as number;
    if (what === keep || (what === keepInside && !isLineEnd(source, i + 1))) {
      // The last octet of a line may stand in the last column.
      if (end >= limit && !isLineEnd(source, i + 1)) {
        end = breakLine(target, end);
        limit = end + maxLineLength - 1;
      }
      target[end] = octet;
      end += 1;
    } else if (what === endLine) {
      if (octet === carriageReturn && source[i + 1] === lineFeed) i += 1;
      target[end] = carriageReturn;
      target[end + 1] = lineFeed;
      end += 2;
      limit = end + maxLineLength - 1;
    } else {
      if (end + encodedLength(octet) > limit) {
        end = breakLine(target, end);
        limit = end + maxLineLength - 1;
      }
      target[end] = equals;
      target[end + 1] = hexDigits[octet >> 4] as number;
      target[end + 2] = hexDigits[octet & 15] as number;
      end += 3;
    }
  }
  return end;
}

/** Columns that must be free for an octet: those of the whole character for its first, none for the others. */
function encodedLength(octet: number): number {
  if (octet < 0x80) return 3;
  if (octet < 0xc0) return 0;
  if (octet < 0xe0) return 6;
  return octet < 0xf0 ? 9 : 12;
}

function breakLine(target: Uint8Array, end: number): number {
  target[end] = equals;
  target[end + 1] = carriageReturn;
  target[end + 2] = lineFeed;
  return end + 3;
}

function isLineEnd(source: Uint8Array, index: number): boolean {
  return index >= source.length || treatment[source[index] as number] === endLine;
}
