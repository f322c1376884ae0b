import { escapeAttribute } from "../html/attributes.ts";
import { decodeAttribute } from "../html/entities.ts";
import { compactStyle } from "./compact-style.ts";
import type { CssCompiler, LoweredSheet } from "./css-compiler.ts";
import type { LightningCss } from "./lightning.ts";
import { lowerDeclaration } from "./lower-declaration.ts";
import { lowerSheet } from "./lower-sheet.ts";
import { createMemo } from "./memo.ts";
import { findExcess } from "./sheet-limits.ts";
import { hasModernValue } from "./signals.ts";
import { splitDeclarations } from "./split-declarations.ts";

/**
 * Creates a compiler with a memory of its own.
 *
 * @param lightning undefined where there is none, or nothing to lower: CSS then stays as it is
 * @param cacheSize how many distinct style sheets, and ten times as many declarations and `style`
 * attributes, it remembers
 */
export function createCssCompiler(
  lightning: LightningCss | undefined,
  cacheSize: number,
): CssCompiler {
  const compactAttribute = createMemo(cacheSize * 10, (raw) =>
    escapeAttribute(compactStyle(decodeAttribute(raw))),
  );
  if (lightning === undefined) {
    return { lowerSheet: (css) => ({ css }), lowerStyle: (style) => style, compactAttribute };
  }
  const sheet = createMemo(cacheSize, (css) => tryLowerSheet(lightning, css));
  const declaration = createMemo(cacheSize * 10, (css) => lowerDeclaration(lightning, css));
  return {
    lowerSheet: sheet,
    compactAttribute,
    lowerStyle: (style) =>
      splitDeclarations(style)
        .flatMap((piece) => (hasModernValue(piece) ? declaration(piece) || [] : piece))
        .join(";"),
  };
}

function tryLowerSheet(lightning: LightningCss, css: string): LoweredSheet {
  const excess = findExcess(css);
  if (excess !== undefined) return { css, fault: { kind: "excessive", message: excess } };
  try {
    return { css: lowerSheet(lightning, css) };
  } catch (error) {
    const { message, loc } = error as Error & { readonly loc?: { readonly line: number } };
    return { css, fault: { kind: "unparsable", message, line: loc?.line } };
  }
}
