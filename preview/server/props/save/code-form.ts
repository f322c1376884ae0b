import type { ESTree } from "vite";
import type { SourceTree } from "../source/source-file.ts";

/** Where and in which form the next part of an object stands. */
export interface Form {
  readonly at: number;
  readonly margin: string;
  readonly indent: string;
  readonly around: (text: string) => string;
  /** What divides several that are added at once. */
  readonly between: string;
}

/** Finds where an object's next part goes, and how it is set off from the others. */
export function formOf({ code }: SourceTree, object: ESTree.ObjectExpression): Form {
  const last = object.properties.at(-1);
  const outer = marginAt(code, object.start);
  if (!last) {
    return {
      at: object.start + 1,
      margin: outer,
      indent: "  ",
      around: (text) => ` ${text} `,
      between: ", ",
    };
  }
  const comma = commaAfter(code, last.end, object.end - 1);
  const behind = comma ?? last.end;
  const isBelow = /^[ \t]*$/.test(code.slice(lineStart(code, last.start), last.start));
  if (!isBelow || !code.slice(last.end, object.end).includes("\n")) {
    const around =
      comma === undefined ? (text: string) => `, ${text}` : (text: string) => ` ${text}`;
    return { at: behind, margin: outer, indent: "  ", around, between: ", " };
  }
  const margin = marginAt(code, last.start);
  const indent = margin.startsWith(outer) ? margin.slice(outer.length) || "  " : "  ";
  const newline = code.includes("\r\n") ? "\r\n" : "\n";
  const between = `,${newline}${margin}`;
  if (comma === undefined) {
    return { at: last.end, margin, indent, around: (text) => between + text, between };
  }
  // A comment at the end of the line belongs to the variant before it.
  const [comment = ""] =
    /^(?:[ \t]*\/\*[^\r\n]*?\*\/)*[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n)/.exec(code.slice(behind)) ?? [];
  const around = (text: string) => `${newline}${margin}${text},`;
  return { at: behind + comment.trimEnd().length, margin, indent, around, between };
}

/** Offset behind the comma that follows, unless there is none before `end`. */
export function commaAfter(code: string, start: number, end: number): number | undefined {
  const gap = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*,/.exec(code.slice(start, end));
  return gap ? start + gap[0].length : undefined;
}

/** Offset of the first character of a line. */
export function lineStart(code: string, at: number): number {
  return code.lastIndexOf("\n", at - 1) + 1;
}

/** The space that a line begins with. */
export function marginAt(code: string, at: number): string {
  return /^[ \t]*/.exec(code.slice(lineStart(code, at)))?.[0] ?? "";
}

/** As the file's first import has them. */
export function quotesOf({ code }: SourceTree): "double" | "single" {
  return /^\s*import\b[^"'\n]*'/m.test(code) ? "single" : "double";
}
