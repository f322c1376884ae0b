const equals = 61;
const space = 32;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Decodes quoted-printable. Takes lower-case digits, soft breaks that end in any line break or have
 * spaces behind the `=`, and an octet torn by one (`=3=` and `D` below it). What is no escape stays.
 *
 * @see RFC 2045 §6.7
 */
export function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(body.length);
  let length = 0;
  // Spaces at the end of a line were added on the way and go (RFC 2045 §6.7, rule 3).
  let kept = 0;
  let at = 0;
  while (at < body.length) {
    const octet = body[at] ?? 0;
    if (octet === equals) {
      const afterBreak = skipSoftBreak(body, at);
      if (afterBreak > at) {
        kept = length;
        at = afterBreak;
        continue;
      }
      const high = at + 1;
      const low = skipSoftBreak(body, high + 1);
      const value = toHex(body[high]) * 16 + toHex(body[low]);
      if (value >= 0) {
        decoded[length++] = value;
        kept = length;
        at = low + 1;
        continue;
      }
    } else if (octet === lineFeed || (octet === carriageReturn && body[at + 1] === lineFeed)) {
      length = kept;
    }
    decoded[length++] = octet;
    if (octet !== space && octet !== tab) kept = length;
    at += 1;
  }
  return decoded.subarray(0, kept);
}

/** Where a soft break that begins at `at` ends; `at` itself where none does. */
function skipSoftBreak(body: Uint8Array, at: number): number {
  if (body[at] !== equals) return at;
  let end = at + 1;
  while (body[end] === space || body[end] === tab) end += 1;
  if (end >= body.length) return end;
  if (body[end] === lineFeed) return end + 1;
  if (body[end] !== carriageReturn) return at;
  return body[end + 1] === lineFeed ? end + 2 : end + 1;
}

/** The value of a hexadecimal digit; far below zero where it is none. */
function toHex(octet: number | undefined): number {
  if (octet === undefined) return -999;
  if (octet >= 48 && octet <= 57) return octet - 48;
  const lower = octet | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -999;
}
