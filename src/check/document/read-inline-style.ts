import { splitDeclarations } from "../../template/css/split-declarations.ts";
import type { Declaration } from "./read-style-sheet.ts";

const important = /\s*!\s*important\s*$/i;

/** The declarations of a `style` attribute, in order. Properties are in lower case. */
export function readInlineStyle(style: string): readonly Declaration[] {
  return splitDeclarations(style).flatMap((piece) => {
    const colon = piece.indexOf(":");
    const property = piece.slice(0, Math.max(0, colon)).trim();
    const value = piece.slice(colon + 1).trim();
    if (property === "" || value === "") return [];
    const isCustom = property.startsWith("--");
    return [
      {
        property: isCustom ? property : property.toLowerCase(),
        value: value.replace(important, ""),
        isImportant: important.test(value),
      },
    ];
  });
}
