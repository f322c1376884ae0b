import { toOctetString } from "./octets.ts";

const padding = 61;

/** What each octet stands for; 255 for what is not in the alphabet. The URL-safe one is taken too. */
const values = Uint8Array.from({ length: 256 }, (_, octet) => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const character = String.fromCharCode(octet).replace("-", "+").replace("_", "/");
  const value = alphabet.indexOf(character);
  return value < 0 ? 255 : value;
});

/**
 * Decodes base64. Skips what is not in the alphabet, needs no padding, and starts again after one:
 * clients join pieces that were encoded one by one.
 *
 * @see RFC 2045 §6.8
 */
export function decodeBase64(body: Uint8Array): Uint8Array {
  // Node's own decoder ends at the first padding; where that is the end, it is faster.
  const first = body.indexOf(padding);
  if (first < 0 || body.length - first < 8) {
    return Buffer.from(toOctetString(body), "base64");
  }
  const decoded = new Uint8Array(Math.ceil(body.length / 4) * 3);
  let length = 0;
  let bits = 0;
  let pending = 0;
  for (const octet of body) {
    const value = values[octet] ?? 255;
    if (value < 64) {
      bits = ((bits << 6) | value) & 0xffffff;
      pending += 6;
      if (pending >= 8) {
        pending -= 8;
        decoded[length++] = (bits >> pending) & 0xff;
      }
    } else if (octet === padding) {
      pending = 0;
    }
  }
  return decoded.subarray(0, length);
}
