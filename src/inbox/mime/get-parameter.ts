import type { Parameterized } from "./read-parameters.ts";

/** A parameter's octets and, where RFC 2231 names one, its charset. */
export interface ParameterOctets {
  /** An octet for each character. */
  readonly octets: string;
  readonly charset: string | undefined;
  /** Whether it came in the extended form, in which no encoded words stand. */
  readonly isExtended: boolean;
}

/**
 * A parameter in whatever form it came: `name*=`, `name*0*=` and on, or `name=`; the extended ones
 * come first, because clients write the plain one for readers who know no other.
 *
 * @see RFC 2231 §3, §4
 */
export function getParameter(field: Parameterized, name: string): ParameterOctets | undefined {
  const plain = field.parameters.find((parameter) => parameter.name === name);
  const whole = field.parameters.find((parameter) => parameter.name === `${name}*`);
  if (whole && whole.value !== "") return readExtended([{ ...whole, isEncoded: true }]);
  const pieces = findPieces(field, name);
  if (pieces.length > 0) return readExtended(pieces);
  return plain && { octets: plain.value, charset: undefined, isExtended: false };
}

interface Piece {
  readonly value: string;
  readonly isEncoded: boolean;
}

function findPieces(field: Parameterized, name: string): readonly Piece[] {
  const pieces = new Map<number, Piece>();
  for (const { name: written, value } of field.parameters) {
    if (!written.startsWith(`${name}*`)) continue;
    const [, index, star] = /^(\d{1,4})(\*?)$/.exec(written.slice(name.length + 1)) ?? [];
    if (index !== undefined && !pieces.has(Number(index))) {
      pieces.set(Number(index), { value, isEncoded: star === "*" });
    }
  }
  return [...pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece);
}

const charsetAndLanguage = /^([^']*)'[^']*'/;

function readExtended(pieces: readonly Piece[]): ParameterOctets {
  const isExtended = pieces.some(({ isEncoded }) => isEncoded);
  const [prefix, charset] = (pieces[0]?.isEncoded && charsetAndLanguage.exec(pieces[0].value)) || [
    "",
    undefined,
  ];
  const octets = pieces
    .map(({ value, isEncoded }, index) => {
      const text = index === 0 ? value.slice(prefix.length) : value;
      return isEncoded ? decodePercents(text) : text;
    })
    .join("");
  return { octets, charset: charset || undefined, isExtended };
}

function decodePercents(text: string): string {
  return text.replace(/%([\dA-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
