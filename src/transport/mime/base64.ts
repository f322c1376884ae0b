/** Longest line of encoded data. @see RFC 2045 §6.8 */
const lineLength = 76;
const lineBreak = Buffer.from("\r\n", "latin1");

/** Encodes octets in base64, a CRLF between lines and none at the end. */
export function encodeBase64(content: Uint8Array): Buffer {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const encoded = Buffer.from(view.toString("base64"), "latin1");
  const breaks = Math.max(0, Math.ceil(encoded.length / lineLength) - 1);
  const target = Buffer.allocUnsafe(encoded.length + breaks * lineBreak.length);
  let end = 0;
  for (let start = 0; start < encoded.length; start += lineLength) {
    if (start > 0) end += lineBreak.copy(target, end);
    end += encoded.copy(target, end, start, start + lineLength);
  }
  return target;
}
