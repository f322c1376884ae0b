import { isUtf8 } from "node:buffer";
import { decodeOctets } from "./decode-octets.ts";
import { scripts } from "./scripts.ts";

/** As much as decides; more would take time and change nothing. */
const sampleBytes = 16_384;

/** A share of familiar characters below this is chance. */
const leastShare = 0.55;

/**
 * The charset of octets that no one labelled, in the name that `decodeOctets` takes: UTF-8 where it
 * is valid; then the East Asian and Cyrillic ones, each where most of what is not ASCII reads as
 * frequent characters of its language; else windows-1252, the world's default.
 */
export function detectCharset(octets: Uint8Array): string {
  const wide = detectWide(octets);
  if (wide) return wide;
  if (hasJapaneseEscape(octets)) return "iso-2022-jp";
  if (isUtf8(octets)) return "utf-8";
  const sample = takeSample(octets);
  if (!holdsSome(sample)) return "windows-1252";
  let best = { charset: "windows-1252", share: leastShare };
  for (const script of scripts) {
    const share = script.shareOf(decodeOctets(sample, script.charset));
    if (share > best.share) best = { charset: script.charset, share };
  }
  return best.charset;
}

/** UTF-16 without a mark: every other octet of ASCII text is zero. */
function detectWide(octets: Uint8Array): string | undefined {
  const sample = octets.subarray(0, 1024);
  if (sample.length < 4 || !sample.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  for (const [at, octet] of sample.entries()) {
    if (octet !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = sample.length * 0.3;
  if (odd > many && even * 8 < odd) return "utf-16le";
  if (even > many && odd * 8 < even) return "utf-16be";
  return undefined;
}

const escapeOctet = 0x1b;

/** `ESC $ B` and its like: no other text holds them (RFC 1468). */
export function hasJapaneseEscape(octets: Uint8Array): boolean {
  for (let at = octets.indexOf(escapeOctet); at >= 0; at = octets.indexOf(escapeOctet, at + 1)) {
    const next = octets[at + 1];
    const last = octets[at + 2];
    if (next === 0x24 && (last === 0x40 || last === 0x42)) return true;
  }
  return false;
}

/** From the first octet beyond ASCII on; a character cut at its end weighs next to nothing. */
function takeSample(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet >= 0x80);
  return octets.subarray(Math.max(0, first), Math.max(0, first) + sampleBytes);
}

/** Fewer octets beyond ASCII tell nothing, and are not worth the time. */
const leastOctets = 4;

function holdsSome(sample: Uint8Array): boolean {
  let count = 0;
  for (let at = 0; at < sample.length && count < leastOctets; at += 1) {
    if ((sample[at] ?? 0) >= 0x80) count += 1;
  }
  return count >= leastOctets;
}
