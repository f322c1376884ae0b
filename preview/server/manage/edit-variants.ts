import type { ESTree } from "vite";
import type { JsonRecord } from "../../protocol/props/json.ts";
import { printName } from "../../protocol/props/print-code.ts";
import { commaAfter, lineStart, quotesOf } from "../props/save/code-form.ts";
import { findVariants, type WrittenVariants } from "../props/save/find-variants.ts";
import { nameOfSlug } from "../props/save/variant-name.ts";
import { nameOfKey } from "../props/source/find-component.ts";
import { parseSourceTree, type SourceTree } from "../props/source/source-file.ts";
import { editValue } from "./edit-value.ts";
import { applyTextEdits, type TextEdit } from "./moved-import.ts";

/** A variant of an email's file. */
export interface VariantPlace {
  /** Absolute. */
  readonly path: string;
  readonly code: string;
  /** Which export of the file the email is. */
  readonly exportName: string;
  /** The variant, as an address has it. */
  readonly slug: string;
}

/** Writes other props into a variant; what stays the same stays to the letter. @throws {Error} why not */
export function updateVariant(place: VariantPlace, before: JsonRecord, after: JsonRecord): string {
  const { tree, property, names } = find(place);
  const edits = property.shorthand
    ? [wholeProperty(property, tree, before, after)]
    : editValue(property.value, before, after, { tree, root: property.value });
  return written(place, edits, names);
}

/** Gives a variant another name. @throws {Error} why not */
export function renameVariant(place: VariantPlace, name: string): string {
  const { tree, property, names, oldName } = find(place);
  refuseDefault(oldName, "rename");
  if (names.includes(name)) throw new Error(`it has a variant "${name}" already`);
  const key = printName(name, quotesOf(tree));
  const { start, end } = property.key;
  const value = tree.code.slice(property.value.start, property.value.end);
  const edit = property.shorthand
    ? { start: property.start, end: property.end, text: `${key}: ${value}` }
    : { start, end, text: key };
  return written(
    place,
    [edit],
    names.map((one) => (one === oldName ? name : one)),
  );
}

/** Takes a variant out, with the comment above it. @throws {Error} why not */
export function deleteVariant(place: VariantPlace): string {
  const { tree, property, variants, names, oldName } = find(place);
  refuseDefault(oldName, "delete");
  const edit = removalOf(tree, variants.object, property);
  return written(
    place,
    [edit],
    names.filter((one) => one !== oldName),
  );
}

function find({ path, code, exportName, slug }: VariantPlace) {
  const tree = parseSourceTree(path, code);
  const variants = findVariants(tree, exportName);
  if (typeof variants === "string") throw new Error(variants);
  const names = [...variants.byName.keys()];
  const oldName = nameOfSlug(slug, names);
  const property = variants.object.properties.find(
    (part): part is ESTree.ObjectProperty =>
      part.type === "Property" && !part.computed && nameOfKey(part.key) === oldName,
  );
  if (oldName === undefined || !property) {
    throw new Error(`its variant "${slug}" is not written out in the file; change it by hand`);
  }
  return { tree, variants, names, oldName, property };
}

function refuseDefault(name: string, action: string): void {
  if (name !== "default") return;
  throw new Error(`there is no email without a default variant; ${action} another`);
}

function wholeProperty(
  property: ESTree.ObjectProperty,
  tree: SourceTree,
  before: JsonRecord,
  after: JsonRecord,
): TextEdit {
  const [edit] = editValue(property.value, before, after, { tree, root: property.value });
  const key = tree.code.slice(property.key.start, property.key.end);
  const text = edit ? `${key}: ${edit.text}` : key;
  return { start: property.start, end: property.end, text };
}

/** A part of an object with its comma, its line, and the comment that stands right above it. */
function removalOf(
  { code }: SourceTree,
  object: WrittenVariants["object"],
  { start, end }: ESTree.ObjectProperty,
): TextEdit {
  const comma = commaAfter(code, end, object.end - 1);
  const behind = comma ?? end;
  const before = code.slice(lineStart(code, start), start);
  const [rest = ""] = /^[ \t]*(?:\/\/[^\r\n]*)?(?:\r?\n)?/.exec(code.slice(behind)) ?? [];
  if (/^[ \t]*$/.test(before) && rest.includes("\n")) {
    const first = commentAbove(code, lineStart(code, start));
    return { start: first, end: behind + rest.length, text: "" };
  }
  const [space = ""] = /^[ \t]*/.exec(code.slice(behind)) ?? [];
  if (comma !== undefined) return { start, end: behind + space.length, text: "" };
  // The last of a line: the comma before it goes along.
  const [lead = ""] = /,?\s*$/.exec(code.slice(object.start + 1, start)) ?? [];
  return { start: start - lead.length, end: behind, text: "" };
}

/** Where the comment lines begin that end right above a line; the line itself where there are none. */
function commentAbove(code: string, line: number): number {
  const above = code.slice(0, line);
  const [comment = ""] =
    /(?:(?:^|(?<=\n))[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[\s\S])*\*\/[ \t]*)\r?\n)+$/.exec(above) ??
    [];
  return line - comment.length;
}

function written(
  { path, code, exportName }: VariantPlace,
  edits: readonly TextEdit[],
  names: readonly string[],
): string {
  const now = applyTextEdits(code, edits);
  const found = findVariants(parseSourceTree(path, now), exportName);
  const left = typeof found === "string" ? [] : [...found.byName.keys()];
  if (JSON.stringify(left) === JSON.stringify(names)) return now;
  throw new Error("its variants are written in a way that this cannot change; do it by hand");
}
