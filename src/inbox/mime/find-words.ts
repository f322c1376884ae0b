/** One encoded word: its content as it is written. */
export interface EncodedWord {
  readonly charset: string;
  readonly isBase64: boolean;
  readonly content: string;
}

/** Text between encoded words, or one of them. */
export type HeaderPiece = string | EncodedWord;

/** `=?charset?B?`, `=?charset*language?Q?`: an asterisk ends the charset's name (RFC 2231 §5). */
const opening = /=\?([^?*]{0,75})(?:\*[^?]{0,75})?\?([BbQq])\?/y;

/**
 * Splits a header's octets at its encoded words. White space between two of them is left out
 * (RFC 2047 §6.2); what begins like one and is none is text.
 */
export function findWords(octets: string): readonly HeaderPiece[] {
  const pieces: HeaderPiece[] = [];
  let textFrom = 0;
  let close = 0;
  let at = octets.indexOf("=?");
  while (at >= 0) {
    opening.lastIndex = at;
    const found = opening.exec(octets);
    if (!found) {
      at = octets.indexOf("=?", at + 2);
      continue;
    }
    const from = opening.lastIndex;
    // One search serves all openings before its result: thousands may be without an end.
    if (close < from) close = octets.indexOf("?=", from);
    if (close < 0) break;
    const next = octets.indexOf("=?", from);
    if (next >= 0 && next < close && isOpening(octets, next)) {
      at = next;
      continue;
    }
    const text = octets.slice(textFrom, at);
    if (text !== "" && !(pieces.length > 0 && isBlank(text))) pieces.push(text);
    pieces.push({
      charset: found[1] ?? "",
      isBase64: found[2]?.toLowerCase() === "b",
      content: octets.slice(from, close),
    });
    textFrom = close + 2;
    at = octets.indexOf("=?", textFrom);
  }
  if (textFrom < octets.length) pieces.push(octets.slice(textFrom));
  return pieces;
}

function isOpening(octets: string, at: number): boolean {
  opening.lastIndex = at;
  return opening.test(octets);
}

function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}
