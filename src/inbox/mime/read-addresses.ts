import type { Address } from "../../message/message.ts";
import type { HeaderDecoder } from "./decode-words.ts";
import { trimOctets } from "./octets.ts";
import { type AddressEntry, splitAddresses } from "./split-addresses.ts";

/** The addresses of a header field, and whether its grammar was kept. */
export interface ReadAddresses {
  readonly addresses: readonly Address[];
  readonly isWellFormed: boolean;
}

/** `local@domain` without quotes, with no dot at an end or beside another (RFC 5322 §3.4.1). */
const plainSpec =
  /^[^\s@"(),:;<>[\]\\.]+(?:\.[^\s@"(),:;<>[\]\\.]+)*@(?:\[[^\]\s]+\]|[^\s@"(),:;<>[\]\\]+)$/;

/**
 * Reads a field such as To: names, quotes, comments, groups and encoded words; what is no address
 * keeps its words as `name`, with an empty `address`. Groups are given as their members.
 *
 * Encoded words are decoded after addresses are told apart, so that none can make a second one.
 *
 * @param field octets, unfolded
 * @see RFC 5322 §3.4, §4.4
 */
export function readAddresses(field: string, decoder: HeaderDecoder): ReadAddresses {
  const { entries, isWellFormed } = splitAddresses(field);
  const addresses = entries.map((entry) => readEntry(entry, decoder));
  return {
    addresses,
    isWellFormed: isWellFormed && addresses.every(({ address }) => plainSpec.test(address)),
  };
}

function readEntry(entry: AddressEntry, { decodeWords, decodeOctets }: HeaderDecoder): Address {
  const { spec, name } = toSpec(entry);
  const address = decodeOctets(spec, undefined);
  const shown = decodeWords(name || entry.comment)
    .replace(/\s+/g, " ")
    .trim();
  return shown ? { name: shown, address } : { address };
}

/** An entry longer than this holds no address with spaces around its dots. */
const longestSpaced = 1_000;

function toSpec(entry: AddressEntry): { readonly spec: string; readonly name: string } {
  const { words, angle } = entry;
  const name = unquote(words);
  if (angle !== undefined && (angle.includes("@") || !words.includes("@"))) {
    return { spec: cleanSpec(angle), name };
  }
  if (words.length < longestSpaced) {
    const joined = words.replace(/[ \t]*([.@])[ \t]*/g, "$1");
    if (joined.includes("@") && isOneWord(joined)) return { spec: joined, name: "" };
  }
  const found = findSpec(words);
  if (!found) return { spec: "", name };
  const rest = `${words.slice(0, found.start)} ${words.slice(found.end)}`;
  return { spec: words.slice(found.start, found.end), name: unquote(rest) };
}

function isOneWord(text: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|[^ \t"]*)@[^ \t"@]*$/.test(text);
}

/** The address among words: what stands without spaces around the last `@` outside of quotes. */
function findSpec(words: string): { readonly start: number; readonly end: number } | undefined {
  const at = words.lastIndexOf("@");
  if (at < 0 || words.indexOf('"', at) >= 0) return undefined;
  let start = at;
  if (words[at - 1] === '"') start = Math.max(0, words.lastIndexOf('"', at - 2));
  else while (start > 0 && !/[ \t"]/.test(words.charAt(start - 1))) start -= 1;
  let end = at + 1;
  while (end < words.length && !/[ \t]/.test(words.charAt(end))) end += 1;
  return { start, end };
}

/** Without a source route (`@a,@b:c@d`, RFC 5322 §4.4), `mailto:` and spaces that do not belong. */
function cleanSpec(angle: string): string {
  const spec = trimOctets(angle)
    .replace(/^@[^:]*:/, "")
    .replace(/^mailto:/i, "");
  return spec.includes('"') ? spec : spec.replace(/[ \t]+/g, "");
}

/** Words without the quotes around some of them, and without their escapes. */
function unquote(words: string): string {
  if (!words.includes('"')) return trimOctets(words);
  return trimOctets(
    words.replace(/"((?:[^"\\]|\\.)*)"/g, (_, quoted: string) => quoted.replace(/\\(.)/g, "$1")),
  );
}
