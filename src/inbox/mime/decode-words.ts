import { decodeText } from "./charset/decode-text.ts";
import { decodeBase64 } from "./decode-base64.ts";
import { type EncodedWord, findWords } from "./find-words.ts";
import { fromOctetString, hasHighOctet, toOctetString } from "./octets.ts";
import type { ProblemLog } from "./problem-log.ts";

/** Reads text out of header octets. */
export interface HeaderDecoder {
  /** Decodes encoded words and octets beyond ASCII. */
  readonly decodeWords: (octets: string) => string;
  /** Decodes octets in a charset, or in the one they seem to be in. */
  readonly decodeOctets: (octets: string, charset: string | undefined) => string;
}

/**
 * Creates what reads text out of header octets.
 *
 * Encoded words are decoded wherever they stand, inside quotes and words too, because clients write
 * them there. Neighbours are joined before their charset is decoded: clients tear characters apart.
 *
 * @param fallback charset for octets beyond ASCII that no encoded word names
 * @see RFC 2047
 */
export function createHeaderDecoder(log: ProblemLog, fallback: string | undefined): HeaderDecoder {
  const decodeOctets = (octets: string, charset: string | undefined) => {
    if (charset === undefined && !hasHighOctet(octets) && !octets.includes("\x1b")) return octets;
    return log.decoded(decodeText(fromOctetString(octets), charset, fallback), charset);
  };
  const decodeRun = (run: readonly EncodedWord[]) =>
    decodeOctets(run.length > 0 ? toOctets(run) : "", run[0]?.charset);

  const decodeWords = (octets: string) => {
    if (!octets.includes("=?")) return decodeOctets(octets, undefined);
    const decoded: string[] = [];
    let run: EncodedWord[] = [];
    for (const piece of findWords(octets)) {
      const isNeighbour = typeof piece !== "string" && run[0] && isSameCharset(piece, run[0]);
      if (!isNeighbour && run.length > 0) {
        decoded.push(decodeRun(run));
        run = [];
      }
      if (typeof piece === "string") decoded.push(decodeOctets(piece, undefined));
      else run.push(piece);
    }
    if (run.length > 0) decoded.push(decodeRun(run));
    return decoded.join("");
  };
  return { decodeWords, decodeOctets };
}

function isSameCharset(a: EncodedWord, b: EncodedWord): boolean {
  return a.charset.toLowerCase() === b.charset.toLowerCase();
}

/** The octets of neighbours; base64 that was cut between its groups of four is joined first. */
function toOctets(run: readonly EncodedWord[]): string {
  const octets: string[] = [];
  let base64: string[] = [];
  const flush = () => {
    if (base64.length > 0) octets.push(toOctetString(decodeBase64(Buffer.from(base64.join("")))));
    base64 = [];
  };
  for (const { isBase64, content } of run) {
    if (!isBase64) {
      flush();
      octets.push(decodeQ(content));
      continue;
    }
    base64.push(content);
    if (content.includes("=") || content.length % 4 === 0) flush();
  }
  flush();
  return octets.join("");
}

/** The Q encoding (RFC 2047 §4.2). */
function decodeQ(content: string): string {
  return content
    .replaceAll("_", " ")
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
