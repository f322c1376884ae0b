import { decodeBase64 } from "./decode-base64.ts";
import { decodeQuotedPrintable } from "./decode-quoted-printable.ts";
import { decodeUuencode } from "./decode-uuencode.ts";
import type { MimePart } from "./mime-part.ts";
import { findField } from "./mime-part.ts";

const decoders: Readonly<Record<string, (body: Uint8Array) => Uint8Array>> = {
  base64: decodeBase64,
  "base-64": decodeBase64,
  b: decodeBase64,
  "quoted-printable": decodeQuotedPrintable,
  quotedprintable: decodeQuotedPrintable,
  qp: decodeQuotedPrintable,
  q: decodeQuotedPrintable,
  "x-uuencode": decodeUuencode,
  uuencode: decodeUuencode,
  "x-uue": decodeUuencode,
  uue: decodeUuencode,
};

const identities = ["", "7bit", "7-bit", "8bit", "8-bit", "binary", "7bits", "8bits", "none"];

/** The name that a part gives its encoding, in lower case; empty where it names none. */
export function encodingOf(part: MimePart): string {
  const field = findField(part.fields, "content-transfer-encoding") ?? "";
  // Quotes, comments and what is behind a semicolon are not in the grammar, but in the mail.
  return (/^[\s"'(]*([\w.-]+)/.exec(field)?.[1] ?? "").toLowerCase();
}

/** Whether an encoding's name is known. */
export function isKnownEncoding(encoding: string): boolean {
  return Object.hasOwn(decoders, encoding) || identities.includes(encoding);
}

/**
 * The octets that a part carries: a new array, or a view of the message where nothing is encoded.
 * An encoding that no one knows is none (RFC 2045 §6.4 would have the part opaque).
 */
export function decodeContent(raw: Uint8Array, part: MimePart): Uint8Array {
  const body = raw.subarray(part.start, part.end);
  const encoding = encodingOf(part);
  return Object.hasOwn(decoders, encoding) ? (decoders[encoding]?.(body) ?? body) : body;
}
