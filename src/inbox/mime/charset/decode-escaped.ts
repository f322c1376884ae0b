import iconv from "iconv-lite";
import { asBuffer } from "../octets.ts";

/** Charsets of seven bits that switch between sets of characters, and the one of eight that has the same. */
const eightBit: Readonly<Record<string, string>> = {
  "iso-2022-jp": "euc-jp",
  "iso-2022-kr": "euc-kr",
  "hz-gb-2312": "gb18030",
};

/** What octets stand for. */
type CharacterSet = "ascii" | "pairs" | "supplement" | "half-width";

/** A switch to another set (`undefined`: none, the octets are dropped), and the octets it takes. */
type Switch = readonly [set: CharacterSet | undefined, length: number];

/** Longest first. */
const switches: Readonly<
  Record<string, readonly (readonly [octets: string, set?: CharacterSet])[]>
> = {
  "iso-2022-jp": [
    ["\x1b$(@", "pairs"],
    ["\x1b$(B", "pairs"],
    ["\x1b$(D", "supplement"],
    ["\x1b$@", "pairs"],
    ["\x1b$B", "pairs"],
    ["\x1b(I", "half-width"],
    ["\x1b(B", "ascii"],
    ["\x1b(J", "ascii"],
    ["\x1b(H", "ascii"],
    ["\x1b&@"],
    ["\x0e", "half-width"],
    ["\x0f", "ascii"],
  ],
  "iso-2022-kr": [["\x1b$)C"], ["\x0e", "pairs"], ["\x0f", "ascii"]],
  "hz-gb-2312": [["~{", "pairs"], ["~}", "ascii"], ["~\r\n"], ["~\n"]],
};

/** Whether a charset is one that {@link decodeEscaped} decodes. */
export function isEscaped(charset: string): boolean {
  return Object.hasOwn(eightBit, charset);
}

/**
 * Decodes ISO-2022-JP (RFC 1468, with the half-width katakana and JIS X 0212 that clients add),
 * ISO-2022-KR (RFC 1557) and HZ (RFC 1843), by way of the charset of eight bits that has the same
 * characters. A line break ends a set: a line that was cut must not garble all below it.
 */
export function decodeEscaped(octets: Uint8Array, charset: string): string {
  // A half-width character takes two octets in EUC-JP.
  const shifted = new Uint8Array(octets.length * 2);
  const known = switches[charset] ?? [];
  const firsts = new Set(known.map(([written]) => written.charCodeAt(0)));
  let length = 0;
  let set: CharacterSet = "ascii";
  let at = 0;
  while (at < octets.length) {
    const octet = octets[at] ?? 0;
    const found: Switch | undefined = firsts.has(octet) ? findSwitch(octets, at, known) : undefined;
    if (found) {
      set = found[0] ?? set;
      at += found[1];
      continue;
    }
    if (octet === 10 || octet === 13) set = "ascii";
    const next = octets[at + 1] ?? 0;
    if (set === "ascii" || octet <= 32 || (set !== "half-width" && next <= 32)) {
      // HZ writes its own mark twice.
      if (octet === 0x7e && next === 0x7e && charset === "hz-gb-2312") at += 1;
      shifted[length++] = octet;
      at += 1;
      continue;
    }
    if (set === "half-width") shifted[length++] = 0x8e;
    if (set === "supplement") shifted[length++] = 0x8f;
    shifted[length++] = octet | 0x80;
    if (set !== "half-width") shifted[length++] = next | 0x80;
    at += set === "half-width" ? 1 : 2;
  }
  return iconv.decode(asBuffer(shifted.subarray(0, length)), eightBit[charset] ?? "euc-jp");
}

function findSwitch(
  octets: Uint8Array,
  at: number,
  known: readonly (readonly [octets: string, set?: CharacterSet])[],
): Switch | undefined {
  for (const [written, set] of known) {
    let matched = 0;
    while (matched < written.length && octets[at + matched] === written.charCodeAt(matched)) {
      matched += 1;
    }
    if (matched === written.length) return [set, matched];
  }
  return undefined;
}
