import type { JsonRecord } from "../../../protocol/props/json.ts";
import { printName } from "../../../protocol/props/print-code.ts";
import { toSlug } from "../../../thread/load/name-variants.ts";
import { parseSourceTree } from "../source/source-file.ts";
import { formOf, quotesOf } from "./code-form.ts";
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
