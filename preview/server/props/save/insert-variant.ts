import type { ESTree } from "vite";
import type { JsonRecord } from "../../../protocol/props/json.ts";
import { printName } from "../../../protocol/props/print-code.ts";
import { toSlug } from "../../../thread/load/name-variants.ts";
import { parseSourceTree, type SourceTree } from "../source/source-file.ts";
import { findVariants, type WrittenVariants } from "./find-variants.ts";
import { printVariant } from "./print-variant.ts";

/** A variant to be written. */
export interface NewVariant {
  readonly name: string;
  /** Slug of the variant that was edited. */
  readonly from: string;
  readonly before: JsonRecord;
  readonly after: JsonRecord;
  /** Which export of the file the email is. @default "default" */
  readonly exportName?: string | undefined;
}

/**
 * Writes a variant behind the others of an email's file. All else stays as it is, to the letter.
 *
 * @throws {Error} saying why it cannot be written
 */
export function insertVariant(path: string, code: string, added: NewVariant): string {
  const tree = parseSourceTree(path, code);
  const found = findVariants(tree, added.exportName);
  if (typeof found === "string") throw new Error(found);
  if (found.byName.has(added.name)) throw new Error(`it has a variant "${added.name}" already`);
  const [, base] = [...found.byName].find(([name]) => toSlug(name) === added.from) ?? [];
  const form = formOf(tree, found.object);
  const style = { indent: form.indent, margin: form.margin, quotes: quotesOf(tree) };
  const value = printVariant(added, base, tree, style);
  const text = `${printName(added.name, style.quotes)}: ${value}`.replaceAll(
    "\n",
    code.includes("\r\n") ? "\r\n" : "\n",
  );
  const written = code.slice(0, form.at) + form.around(text) + code.slice(form.at);
  assertWritten(path, written, found, added);
  return written;
}

/** Where and in which form the next variant stands. */
interface Form {
  readonly at: number;
  readonly margin: string;
  readonly indent: string;
  readonly around: (text: string) => string;
}

function formOf({ code }: SourceTree, object: ESTree.ObjectExpression): Form {
  const last = object.properties.at(-1);
  const outer = marginAt(code, object.start);
  if (!last) {
    return { at: object.start + 1, margin: outer, indent: "  ", around: (text) => ` ${text} ` };
  }
  const comma = commaAfter(code, last.end, object.end - 1);
  const behind = comma ?? last.end;
  const isBelow = /^[ \t]*$/.test(code.slice(lineStart(code, last.start), last.start));
  if (!isBelow || !code.slice(last.end, object.end).includes("\n")) {
    const around =
      comma === undefined ? (text: string) => `, ${text}` : (text: string) => ` ${text}`;
    return { at: behind, margin: outer, indent: "  ", around };
  }
  const margin = marginAt(code, last.start);
  const indent = margin.startsWith(outer) ? margin.slice(outer.length) || "  " : "  ";
  const newline = code.includes("\r\n") ? "\r\n" : "\n";
  if (comma === undefined) {
    return { at: last.end, margin, indent, around: (text) => `,${newline}${margin}${text}` };
  }
  // A comment at the end of the line belongs to the variant before it.
  const [comment = ""] =
    /^(?:[ \t]*\/\*[^\r\n]*?\*\/)*[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n)/.exec(code.slice(behind)) ?? [];
  const around = (text: string) => `${newline}${margin}${text},`;
  return { at: behind + comment.trimEnd().length, margin, indent, around };
}

/** Offset behind the comma that follows, unless there is none before `end`. */
function commaAfter(code: string, start: number, end: number): number | undefined {
  const gap = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*,/.exec(code.slice(start, end));
  return gap ? start + gap[0].length : undefined;
}

function lineStart(code: string, at: number): number {
  return code.lastIndexOf("\n", at - 1) + 1;
}

function marginAt(code: string, at: number): string {
  return /^[ \t]*/.exec(code.slice(lineStart(code, at)))?.[0] ?? "";
}

/** As the file's first import has them. */
function quotesOf({ code }: SourceTree): "double" | "single" {
  return /^\s*import\b[^"'\n]*'/m.test(code) ? "single" : "double";
}

function assertWritten(
  path: string,
  code: string,
  { byName }: WrittenVariants,
  { name, exportName }: NewVariant,
): void {
  const found = findVariants(parseSourceTree(path, code), exportName);
  const names = typeof found === "string" ? [] : [...found.byName.keys()];
  if (JSON.stringify(names) !== JSON.stringify([...byName.keys(), name])) {
    throw new Error("its variants are written in a way that this cannot add to; write it by hand");
  }
}
