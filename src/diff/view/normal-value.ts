import { parseColor, toHex } from "../../check/document/color.ts";
import { toPixels } from "../../check/document/shown-style.ts";

/** Tokens outside of quotes and brackets. */
const pieces =
  /(?:"[^"]*"|'[^']*'|[^\s("',]*\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\)|[^\s"'(),]+|,)/g;

/** The parts of a value: `0 auto`, `1px solid rgb(0, 0, 0)`. */
export function splitValue(value: string): readonly string[] {
  return value.match(pieces) ?? [];
}

/** A value in the one form that all ways to write it have. */
export function normalValue(value: string, fontSizePx: number): string {
  return splitValue(value)
    .map((piece) => normalPiece(piece, fontSizePx))
    .join(" ")
    .replaceAll(" ,", ",");
}

function normalPiece(piece: string, fontSizePx: number): string {
  if (/^["']/.test(piece)) return piece.slice(1, -1);
  if (/^url\(/i.test(piece)) return piece.replace(/^url\(\s*["']?(.*?)["']?\s*\)$/i, "url($1)");
  const color = parseColor(piece);
  if (color) {
    if (color.alpha === 0) return "transparent";
    const alpha = Math.round(color.alpha * 255)
      .toString(16)
      .padStart(2, "0");
    return toHex(color) + (color.alpha < 1 ? alpha : "");
  }
  if (/^-?[\d.]+(?:px|pt|em|rem)$/i.test(piece)) {
    const pixels = toPixels(piece, fontSizePx);
    return pixels ? `${round(pixels)}px` : "0";
  }
  return /^-?0(?:%|px|vh|vw)?$/.test(piece) ? "0" : piece.toLowerCase();
}

/** Hundredths of a pixel are nothing that anyone sees. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}
