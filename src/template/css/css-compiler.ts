import type { LightningCss } from "./lightning.ts";
import { lowerDeclaration } from "./lower-declaration.ts";
import { lowerSheet } from "./lower-sheet.ts";
import { createMemo } from "./memo.ts";
import { findExcess } from "./sheet-limits.ts";
import { hasModernValue } from "./signals.ts";
import { splitDeclarations } from "./split-declarations.ts";

/** A style sheet after lowering, or as it was with the reason why. */
export interface LoweredSheet {
  readonly css: string;
  /** What kept it from being lowered. */
  readonly fault?: SheetFault | undefined;
}

/** Why a style sheet is as it was. */
export interface SheetFault {
  /** `unparsable`: lightningcss cannot read it; `excessive`: it is too large or nests too deep. */
  readonly kind: "unparsable" | "excessive";
  readonly message: string;
  /** Line in the sheet, from 1. */
  readonly line?: number | undefined;
}

/** Lowers CSS to what mail clients parse, and remembers the results. */
export interface CssCompiler {
  /** Lowers the content of a `style` element. A sheet that cannot be lowered comes back as it was. */
  lowerSheet(css: string): LoweredSheet;
  /** Lowers the value of a `style` attribute, declaration by declaration; the others keep every byte. */
  lowerStyle(style: string): string;
}

/**
 * Creates a compiler with a memory of its own.
 *
 * @param cacheSize how many distinct style sheets, and ten times as many declarations, it remembers
 */
export function createCssCompiler(lightning: LightningCss, cacheSize: number): CssCompiler {
  const sheet = createMemo(cacheSize, (css) => tryLowerSheet(lightning, css));
  const declaration = createMemo(cacheSize * 10, (css) => lowerDeclaration(lightning, css));
  return {
    lowerSheet: sheet,
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
