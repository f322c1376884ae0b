/** Longest encoded word. @see RFC 2047 §2 */
export const maxEncodedWordLength = 75;

/** Each octet as Q writes it; what may stand for itself may do so in a display name, too. @see RFC 2047 §5 (3) */
const writtenInQ = Array.from({ length: 256 }, (_, octet) => {
  const character = String.fromCharCode(octet);
  if (character === " ") return "_";
  if (/[A-Za-z0-9!*+/-]/.test(character)) return character;
  return `=${octet.toString(16).toUpperCase().padStart(2, "0")}`;
});

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
  measure: (character) => {
    const code = character.charCodeAt(0);
    return code < 128 ? (writtenInQ[code] ?? "").length : 3 * octetsOf(character);
  },
  lengthOf: (sum) => sum,
  write: (text) => {
    let written = "";
    for (const octet of Buffer.from(text, "utf8")) written += writtenInQ[octet];
    return written;
  },
};

const b: WordEncoding = {
  prefix: "=?UTF-8?B?",
  measure: octetsOf,
  lengthOf: (sum) => 4 * Math.ceil(sum / 3),
  write: (text) => Buffer.from(text, "utf8").toString("base64"),
};

/** How many octets one character takes in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function shorterEncoding(text: string): WordEncoding {
  let asQ = 0;
  for (const character of text) asQ += q.measure(character);
  return asQ <= b.lengthOf(Buffer.byteLength(text)) ? q : b;
}
