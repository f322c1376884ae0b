/** Octets that fill a line of 76 characters. @see RFC 2045 §6.8 */
const octetsPerLine = 57;

const carriageReturn = 13;
const lineFeed = 10;

/** How many octets so many become: four for every three, and a CRLF between lines. */
export function base64Size(octetCount: number): number {
  const breaks = Math.max(0, Math.ceil(octetCount / octetsPerLine) - 1);
  return 4 * Math.ceil(octetCount / 3) + 2 * breaks;
}

/**
 * Encodes octets in base64, a CRLF between lines and none at the end.
 *
 * @param target has room for {@link base64Size} octets after `start`
 * @returns where in `target` the encoded text ends
 */
export function encodeBase64(source: Uint8Array, target: Buffer, start: number): number {
  const octets = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  let end = start;
  for (let line = 0; line < octets.length; line += octetsPerLine) {
    if (line > 0) {
      target[end] = carriageReturn;
      target[end + 1] = lineFeed;
      end += 2;
    }
    end += target.write(octets.toString("base64", line, line + octetsPerLine), end, "latin1");
  }
  return end;
}
