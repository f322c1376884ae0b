/** Octets as a string of the same length, a character for each octet (Latin-1), and back. */
export function toOctetString(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return asBuffer(bytes).toString("latin1", start, end);
}

/** The octets of a string that {@link toOctetString} made. */
export function fromOctetString(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

/** The same octets as a `Buffer`, not copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether an octet string has one that is not ASCII. */
export function hasHighOctet(text: string): boolean {
  return /[\x80-\xff]/.test(text);
}

/**
 * Without ASCII white space at its ends. `trim()` would take the octet 0xA0 too, with which a
 * character of UTF-8 may end.
 */
export function trimOctets(text: string): string {
  let start = 0;
  while (text.charCodeAt(start) <= 32) start += 1;
  return trimOctetsEnd(text.slice(start));
}

/** Without ASCII white space at its end. */
export function trimOctetsEnd(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) <= 32) end -= 1;
  return text.slice(0, end);
}
