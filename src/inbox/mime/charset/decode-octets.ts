import iconv from "iconv-lite";
import { asBuffer } from "../octets.ts";
import { decodeEscaped, isEscaped } from "./decode-escaped.ts";

/** iconv-lite lacks characters of these. */
const ofNode: readonly string[] = ["macintosh", "x-mac-cyrillic"];

/**
 * Text from octets in a charset whose name `toCharsetName` gave. A byte order mark must be gone.
 * What is not in the charset becomes U+FFFD.
 *
 * Node's `TextDecoder` is hardly used: Node 20 takes windows-1252 for iso-8859-1, and its ICU knows
 * neither the 8,822 further syllables of EUC-KR nor the characters of Hong Kong in Big5.
 */
export function decodeOctets(octets: Uint8Array, charset: string): string {
  if (charset === "utf-8") return asBuffer(octets).toString("utf8");
  if (ofNode.includes(charset)) return new TextDecoder(charset).decode(octets);
  if (isEscaped(charset)) return decodeEscaped(octets, charset);
  const name = charset === "us-ascii" ? "windows-1252" : charset;
  return iconv.decode(asBuffer(octets), name, { stripBOM: false });
}
