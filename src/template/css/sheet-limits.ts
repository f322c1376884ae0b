import { readSheetShape } from "./sheet-shape.ts";

/**
 * Above it a sheet is not read, in UTF-16 units. Gmail drops whatever is above 16 kB, and cuts the
 * whole mail at 102 kB.
 */
const maxLength = 256 * 1024;

/** Far deeper than anyone writes, and far above what the parser's own stack would bear. */
const maxDepth = 32;

/** How long the selectors and queries of nested rules may become, in UTF-16 units. */
const maxFlatLength = 64 * 1024;

/**
 * Why a style sheet is too much to be lowered while an app waits for it.
 *
 * @returns what is too much, with the limit; undefined when nothing is
 */
export function findExcess(css: string): string | undefined {
  if (css.length > maxLength) return `it is larger than ${maxLength / 1024} kB; make it smaller`;
  const { depth, isNested, hasNestedMedia, flatLength } = readSheetShape(css);
  if (depth > maxDepth) return `its rules nest more than ${maxDepth} deep; write them flat`;
  if ((isNested || hasNestedMedia) && flatLength > maxFlatLength) {
    return `its nested rules have more than ${maxFlatLength / 1024} kB of selectors when flat; write them flat`;
  }
  return undefined;
}
