import {
  escapeAttribute,
  findAttribute,
  removeAttribute,
  replaceValue,
} from "../html/attributes.ts";
import { decodeAttribute } from "../html/entities.ts";
import { tokenize } from "../html/tokenize.ts";
import { readRules } from "./class-rules.ts";
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
 * @param cacheSize how many distinct style sheets, and ten times as many declarations and tags,
 * it remembers
 */
export function createCssCompiler(
  lightning: LightningCss | undefined,
  cacheSize: number,
): CssCompiler {
  // By the whole tag: the rows of a table have the same ones.
  const compactTag = createMemo(cacheSize * 10, compactStyleOf);
  const rules = createMemo(cacheSize, readRules);
  const own = { compactTag, readRules: rules };
  if (lightning === undefined) {
    return { lowerSheet: (css) => ({ css }), lowerStyle: (style) => style, ...own };
  }
  const sheet = createMemo(cacheSize, (css) => tryLowerSheet(lightning, css));
  const declaration = createMemo(cacheSize * 10, (css) => lowerDeclaration(lightning, css));
  return {
    ...own,
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

function compactStyleOf(rawTag: string): string {
  const [tag] = tokenize(rawTag);
  if (tag === undefined) return rawTag;
  const style = findAttribute(tag, "style");
  if (style === undefined) return rawTag;
  const compact = escapeAttribute(compactStyle(decodeAttribute(style.rawValue)));
  if (compact === "") removeAttribute(tag, "style");
  else if (compact !== style.rawValue) replaceValue(tag, style, compact);
  return tag.raw;
}
