/** Line breaks, control characters, the two Unicode separators that count as line breaks, and halves of a surrogate pair. */
const unprintable = /[\p{Cc}\u2028\u2029\p{Cs}]/u;

/** Characters that reorder the text around them, with which `gpj.exe` can be made to read `exe.jpg`. */
const reordering = /[\u202a-\u202e\u2066-\u2069]/u;

/** Whether text holds a line break, another control character or half a character. */
export function hasControlCharacter(text: string): boolean {
  return unprintable.test(text);
}

/** Whether text holds a character that changes the direction of what follows (Unicode UAX #9 §2). */
export function hasReorderingCharacter(text: string): boolean {
  return reordering.test(text);
}

/**
 * Whether text holds `=?`, with which an encoded word begins (RFC 2047 §2). A composer can only write
 * it encoded, and some readers decode a second time what comes out of that.
 */
export function holdsEncodedWordOpener(text: string): boolean {
  return text.includes("=?");
}

/** Whether text is printable ASCII, spaces included. */
export function isPrintableAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** How many octets text takes as UTF-8. */
export function utf8Length(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** Whether text takes more octets as UTF-8 than a limit; short text is not measured for it. */
export function isLongerThan(text: string, limitBytes: number): boolean {
  // A UTF-16 unit becomes three octets at most.
  return text.length * 3 > limitBytes && utf8Length(text) > limitBytes;
}

/** Length of the longest run without a space: what header folding cannot break (RFC 5322 §2.2.3). */
export function longestWordLength(text: string): number {
  return text.split(" ").reduce((longest, word) => Math.max(longest, word.length), 0);
}

/** A key that a caller wrote, short and escaped, so that it can stand in an error message. */
export function quoteKey(key: string): string {
  const short = key.length > 60 ? `${key.slice(0, 60)}…` : key;
  return JSON.stringify(short).replace(
    /[^\x20-\x7e…]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
