import type { Address } from "../../message/message.ts";
import { encodeWords, maxEncodedWordLength, needsEncoding } from "./encoded-word.ts";

/** Length that lines are folded to where they can be. @see RFC 5322 §2.1.1 */
const foldedLength = 76;

/** Octets that a line holds, its end not counted. @see RFC 5322 §2.1.1 */
const maxLineLength = 998;

/** Names longer than this are written as encoded words, which can be folded, and a quoted string cannot. */
const maxQuotedLength = 60;

/** RFC 5322 §3.2.3: words that need no quotes. */
const atoms = /^[\w!#$%&'*+/=?^`{|}~-]+(?: [\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** Text that can stand in a header as it is. */
const plainText = /^[!-~](?:[ -~]*[!-~])?$/;

/** One header line with its CRLF, from text: encoded if it must be, folded where it can be. */
export function formatTextHeader(name: string, text: string): string {
  const isShort = name.length + 2 + text.length <= foldedLength;
  if (isShort && plainText.test(text) && !text.includes("=?")) return `${name}: ${text}\r\n`;
  const value = toOneLine(text);
  const words = value.split(/(?<=\S) (?=\S)/);
  if (needsEncoding(value) || words.some((word, index) => !fits(name, word, index))) {
    return fold(name, encodeWords(value, maxEncodedWordLength - name.length - 1));
  }
  return fold(name, words);
}

/** Whether a word fits into a line: the first stands beside the name, others at worst alone. */
function fits(name: string, word: string, index: number): boolean {
  return word.length + (index === 0 ? name.length + 2 : 1) <= maxLineLength;
}

/** One header line with its CRLF, of addresses: RFC 5322 §3.4. */
export function formatAddressHeader(name: string, addresses: readonly Address[]): string {
  const words = addresses.flatMap((address, index) => {
    const separator = index < addresses.length - 1 ? "," : "";
    const spec = toOneLine(address.address);
    const phrase = address.name ? formatPhrase(toOneLine(address.name)) : [];
    return phrase.length > 0 ? [...phrase, `<${spec}>${separator}`] : [`${spec}${separator}`];
  });
  return fold(name, words);
}

/** A parameter's value in quotes, with what ends quotes escaped. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** Joins words with spaces, and with a line break before the space where the line would grow too long. */
export function fold(name: string, words: readonly string[]): string {
  let line = `${name}:`;
  let folded = "";
  for (const [index, word] of words.entries()) {
    if (index > 0 && line.length + 1 + word.length > foldedLength) {
      folded += `${line}\r\n`;
      line = "";
    }
    if (word !== "") line += ` ${word}`;
  }
  return `${folded}${line}\r\n`;
}

/** Messages are checked before; should one not have been, nothing in it can begin a line of its own. */
function toOneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

function formatPhrase(name: string): readonly string[] {
  if (needsEncoding(name) || name.length > maxQuotedLength) return encodeWords(name, 60);
  return atoms.test(name) ? name.split(" ") : [quote(name)];
}
