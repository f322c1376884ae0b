import { isAscii, isUtf8 } from "node:buffer";
import { toCharsetName } from "./charset-name.ts";
import { decodeOctets } from "./decode-octets.ts";
import { detectCharset, hasJapaneseEscape } from "./detect-charset.ts";
import { weighUtf8 } from "./weigh-utf8.ts";

/** Text, and how far its label was right. */
export interface DecodedText {
  readonly text: string;
  /** The charset it was decoded from. */
  readonly charset: string;
  /** `unknown`: no one knows the label. `differs`: the octets are not what it says. */
  readonly label: "right" | "none" | "unknown" | "differs";
}

const marks: readonly (readonly [octets: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe, 0, 0], "utf-32le"],
  [[0, 0, 0xfe, 0xff], "utf-32be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** Charsets whose octets beyond ASCII hardly ever make valid UTF-8 by chance. */
const singleOctet = /^(?:us-ascii|windows-|iso-8859-|koi8|macintosh|x-mac|ibm|cp\d)/;

/**
 * Decodes text as its sender meant it. A byte order mark counts before the label. A label is not
 * believed where the octets say otherwise: valid UTF-8 under a charset of one octet a character,
 * escapes of ISO-2022-JP under ASCII, and octets under UTF-8 that are none.
 *
 * @param label the charset as it was written
 * @param fallback a charset to take for what has no label, before one is guessed
 */
export function decodeText(
  octets: Uint8Array,
  label: string | undefined,
  fallback?: string,
): DecodedText {
  const name = toCharsetName(label);
  const marked = marks.find(([mark]) => mark.every((octet, at) => octets[at] === octet));
  if (marked) {
    const [mark, charset] = marked;
    const text = decodeOctets(octets.subarray(mark.length), charset);
    return { text, charset, label: labelFor(name, isUnicode(name)) };
  }
  if (name === undefined || name === "none") {
    const charset = guess(octets, fallback);
    return { text: decodeOctets(octets, charset), charset, label: labelFor(name, true) };
  }
  const charset = correct(octets, name);
  const text = decodeOctets(octets, charset);
  // Octets that a charset of many lacks, and that are UTF-8 all along, are UTF-8.
  if (charset !== "utf-8" && text.includes("\ufffd") && isUtf8(octets)) {
    return { text: decodeOctets(octets, "utf-8"), charset: "utf-8", label: "differs" };
  }
  return { text, charset, label: charset === name ? "right" : "differs" };
}

function labelFor(name: string | undefined, fits: boolean): DecodedText["label"] {
  if (name === undefined) return "unknown";
  if (name === "none") return "none";
  return fits ? "right" : "differs";
}

function isUnicode(name: string | undefined): boolean {
  return name === undefined || name.startsWith("utf-");
}

function guess(octets: Uint8Array, fallback: string | undefined): string {
  const isSure = isUtf8(octets) || hasJapaneseEscape(octets);
  return isSure || fallback === undefined ? detectCharset(octets) : fallback;
}

/** The charset of octets that are said to be in `name`. */
function correct(octets: Uint8Array, name: string): string {
  if (isAscii(octets)) {
    const mayEscape = name === "utf-8" || singleOctet.test(name);
    return mayEscape && hasJapaneseEscape(octets) ? "iso-2022-jp" : name;
  }
  if (name === "utf-8") {
    if (isUtf8(octets)) return name;
    const { whole, broken } = weighUtf8(octets);
    // Some characters that a server cut are no reason to doubt the others.
    return whole > broken ? name : detectCharset(octets);
  }
  const isSevenBit = name === "us-ascii" || name === "iso-2022-jp";
  if (isSevenBit) return hasJapaneseEscape(octets) ? "iso-2022-jp" : detectCharset(octets);
  return singleOctet.test(name) && isUtf8(octets) ? "utf-8" : name;
}
