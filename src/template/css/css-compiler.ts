import type { ClassRule } from "./class-rules.ts";

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
  /** An open tag with its `style` attribute in fewer octets, or without it: see `compactStyle`. */
  compactTag(rawTag: string): string;
  /** The rules of a style sheet, to look for classes in. */
  readRules(css: string): readonly ClassRule[];
}
