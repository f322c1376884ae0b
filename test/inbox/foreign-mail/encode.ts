import type { Random } from "./random.ts";

/** Octets as a string, one a character; and how a client wrote them. */
export interface Encoded {
  readonly octets: string;
  readonly features: readonly string[];
}

const latin1 = (octets: string) => Buffer.from(octets, "latin1");

/** Quoted-printable as several clients write it. */
export function toQuotedPrintable(octets: string, random: Random): Encoded {
  const lower = random.chance(0.3);
  const torn = random.chance(0.2);
  const spaced = random.chance(0.2);
  const features = ["quoted-printable"];
  if (lower) features.push("qp: lower case");
  if (torn) features.push("qp: octet torn by a soft break");
  if (spaced) features.push("qp: spaces behind a soft break");
  const softBreak = spaced ? "= \r\n" : "=\r\n";
  const lines = octets.split("\r\n").map((line) => {
    let written = "";
    let column = 0;
    for (const [at, character] of [...line].entries()) {
      const isPlain =
        /[!-<>-~ \t]/.test(character) && !(at === line.length - 1 && character <= " ");
      const hex = character.charCodeAt(0).toString(16).padStart(2, "0");
      const token = isPlain ? character : `=${lower ? hex : hex.toUpperCase()}`;
      if (column + token.length > 72) {
        const tears = torn && token.length === 3;
        written += tears ? token.slice(0, 2) + softBreak + token.slice(2) : softBreak + token;
        column = tears ? 1 : token.length;
      } else {
        written += token;
        column += token.length;
      }
    }
    return written;
  });
  return { octets: lines.join("\r\n"), features };
}

/** Base64 as several clients write it. */
export function toBase64(octets: string, random: Random): Encoded {
  const whole = latin1(octets).toString("base64");
  const form = random.below(6);
  if (form === 0) return { octets: whole, features: ["base64: one line"] };
  const lines = whole.match(/.{1,76}/g) ?? [];
  if (form === 1) {
    return { octets: lines.join("\r\n").replace(/=+$/, ""), features: ["base64: no padding"] };
  }
  if (form === 2) return { octets: lines.join(" \r\n\t"), features: ["base64: white space"] };
  if (form === 3) {
    const middle = Math.floor(octets.length / 2);
    const pieces = [octets.slice(0, middle), octets.slice(middle)];
    const joined = pieces.map((piece) => latin1(piece).toString("base64")).join("\r\n");
    return { octets: joined, features: ["base64: joined pieces"] };
  }
  return { octets: lines.join("\r\n"), features: ["base64"] };
}

const word = (charset: string, octets: string, random: Random) => {
  const isB = random.chance(0.5);
  const content = isB
    ? latin1(octets).toString("base64")
    : octets.replace(/[^A-Za-z0-9]/g, (character) =>
        character === " "
          ? "_"
          : `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
      );
  return `=?${charset}?${isB ? "B" : "Q"}?${content}?=`;
};

/** A header's text in encoded words, whole or torn anywhere. */
export function toWords(charset: string, octets: string, random: Random): Encoded {
  if (octets.length < 4 || random.chance(0.4)) {
    return { octets: word(charset, octets, random), features: ["encoded word"] };
  }
  const cut = 1 + random.below(octets.length - 2);
  const words = [octets.slice(0, cut), octets.slice(cut)];
  return {
    octets: words.map((piece) => word(charset, piece, random)).join("\r\n "),
    features: ["encoded words torn anywhere"],
  };
}

/** A parameter of a header, in one of the ways that clients have. */
export function toParameter(
  name: string,
  charset: string,
  octets: string,
  random: Random,
): Encoded {
  const percents = [...octets]
    .map((character) =>
      /[A-Za-z0-9.]/.test(character)
        ? character
        : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
  const form = random.below(4);
  if (form === 0) {
    return { octets: `${name}*=${charset}''${percents}`, features: ["parameter: RFC 2231"] };
  }
  if (form === 1) {
    const pieces = percents.match(/(?:%..|[^%]){1,9}/g) ?? [""];
    const written = pieces.map(
      (piece, index) => `${name}*${index}*=${index === 0 ? `${charset}''` : ""}${piece}`,
    );
    return { octets: written.join(";\r\n "), features: ["parameter: RFC 2231 in pieces"] };
  }
  const quoted = word(charset, octets, random);
  return {
    octets: `${name}="${quoted}"`,
    features: ["parameter: encoded word in quotes"],
  };
}
