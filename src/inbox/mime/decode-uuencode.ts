import { fromOctetString, toOctetString } from "./octets.ts";

/**
 * Decodes the lines between `begin 644 name` and `end`; a body without them is decoded whole.
 *
 * @see POSIX.1-2017, uuencode
 */
export function decodeUuencode(body: Uint8Array): Uint8Array {
  const lines = toOctetString(body).split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  const end = lines.findIndex((line, index) => index > begin && /^end[ \t]*$/.test(line));
  const decoded = lines.slice(begin + 1, end < 0 ? undefined : end).map(decodeLine);
  return fromOctetString(decoded.join(""));
}

function decodeLine(line: string): string {
  const length = line === "" ? 0 : valueAt(line, 0);
  let decoded = "";
  for (let at = 1; decoded.length < length && at < line.length; at += 4) {
    const bits =
      (valueAt(line, at) << 18) |
      (valueAt(line, at + 1) << 12) |
      (valueAt(line, at + 2) << 6) |
      valueAt(line, at + 3);
    decoded += String.fromCharCode(bits >> 16, (bits >> 8) & 0xff, bits & 0xff);
  }
  return decoded.slice(0, length);
}

function valueAt(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0;
}
