/** Longest encoded word. @see RFC 2047 §2 */
export const maxEncodedWordLength = 75;

/** Octets that may stand for themselves anywhere, a display name included. @see RFC 2047 §5 (3) */
const literal = /[A-Za-z0-9!*+/-]/;

/** Whether text must be encoded to stand in a header: it is not ASCII, or reads as encoded already. */
export function needsEncoding(text: string): boolean {
  return /[^\x20-\x7e]|=\?/.test(text);
}

/**
 * Writes text as encoded words (RFC 2047) in UTF-8, in whichever of the two encodings is shorter.
 * Readers join them without the white space between, so no character is torn apart.
 *
 * @param firstLength longest first word, for what stands before it on its line
 */
export function encodeWords(text: string, firstLength = maxEncodedWordLength): readonly string[] {
  const encoding = shorterEncoding(text);
  const { prefix, measure, write } = encoding;
  const words: string[] = [];
  let room = Math.max(firstLength, 30) - prefix.length - 2;
  let part = "";
  let used = 0;
  for (const character of text) {
    const length = measure(character);
    if (part !== "" && encoding.lengthOf(used + length) > room) {
      words.push(`${prefix}${write(part)}?=`);
      room = maxEncodedWordLength - prefix.length - 2;
      part = "";
      used = 0;
    }
    part += character;
    used += length;
  }
  if (part !== "") words.push(`${prefix}${write(part)}?=`);
  return words;
}

interface WordEncoding {
  readonly prefix: string;
  /** Share of a character; the shares of many add up. */
  readonly measure: (character: string) => number;
  /** Length of what so many shares encode to. */
  readonly lengthOf: (sum: number) => number;
  readonly write: (text: string) => string;
}

const q: WordEncoding = {
  prefix: "=?UTF-8?Q?",
  measure: (character) =>
    character === " " || literal.test(character) ? 1 : 3 * Buffer.byteLength(character),
  lengthOf: (sum) => sum,
  write: (text) =>
    Array.from(Buffer.from(text, "utf8"), (octet) => {
      const character = String.fromCharCode(octet);
      if (character === " ") return "_";
      return literal.test(character)
        ? character
        : `=${octet.toString(16).toUpperCase().padStart(2, "0")}`;
    }).join(""),
};

const b: WordEncoding = {
  prefix: "=?UTF-8?B?",
  measure: (character) => Buffer.byteLength(character),
  lengthOf: (sum) => 4 * Math.ceil(sum / 3),
  write: (text) => Buffer.from(text, "utf8").toString("base64"),
};

function shorterEncoding(text: string): WordEncoding {
  let asQ = 0;
  for (const character of text) asQ += q.measure(character);
  return asQ <= b.lengthOf(Buffer.byteLength(text)) ? q : b;
}
