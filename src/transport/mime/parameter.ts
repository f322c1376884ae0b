import { encodeWords, needsEncoding } from "./encoded-word.ts";
import { quote } from "./header-line.ts";

/** Longest piece of a value that is written in several. */
const pieceLength = 54;

/**
 * Writes a parameter of MIME. What is not ASCII is written as RFC 2231 says, in pieces when long.
 *
 * @returns one or more parameters, each for a line of its own
 */
export function formatParameter(name: string, value: string): readonly string[] {
  if (!needsEncoding(value)) return [`${name}=${quote(value)}`];
  const characters = Array.from(value.replace(/\p{Cs}/gu, "\ufffd"), percentEncode);
  const encoded = characters.join("");
  if (encoded.length <= pieceLength) return [`${name}*=UTF-8''${encoded}`];
  const pieces = [""];
  for (const character of characters) {
    const last = pieces.length - 1;
    if ((pieces[last]?.length ?? 0) + character.length > pieceLength) pieces.push(character);
    else pieces[last] += character;
  }
  return pieces.map((piece, index) => `${name}*${index}*=${index === 0 ? "UTF-8''" : ""}${piece}`);
}

/** The `name` of Content-Type, which older readers look at: with encoded words, as they expect. */
export function formatLegacyName(filename: string): string {
  return needsEncoding(filename)
    ? `name="${encodeWords(filename).join(" ")}"`
    : `name=${quote(filename)}`;
}

/** RFC 5987 §3.2.1 `value-chars`: what encodeURIComponent leaves, but for four more. */
function percentEncode(character: string): string {
  return encodeURIComponent(character).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
