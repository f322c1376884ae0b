import type { ESTree } from "vite";
import { isRecord, isSame, type Json, type JsonRecord } from "../../protocol/props/json.ts";
import { printCode, printName } from "../../protocol/props/print-code.ts";
import { formOf, marginAt, quotesOf } from "../props/save/code-form.ts";
import { copyOf, isName, printVariant } from "../props/save/print-variant.ts";
import { findProperty, withoutTypes } from "../props/source/find-component.ts";
import type { SourceTree } from "../props/source/source-file.ts";
import type { TextEdit } from "./moved-import.ts";

/** Where a value stands. */
interface ValuePlace {
  readonly tree: SourceTree;
  /** The expression of the whole variant: what JSON lacks is copied from it. */
  readonly root: ESTree.Node;
}

/**
 * The changes that make another value of an expression: only the parts that differ are written, so
 * that comments, names and the order stay.
 *
 * @throws {Error} when something cannot be written, with its place
 */
export function editValue(
  node: ESTree.Node,
  before: Json | undefined,
  after: Json,
  place: ValuePlace,
): readonly TextEdit[] {
  if (isSame(before, after)) return [];
  const plain = withoutTypes(node);
  if (isRecord(before) && isRecord(after)) {
    if (isName(plain)) return [replace(plain, printNamed(plain, before, after, place))];
    const edits = plain.type === "ObjectExpression" && editObject(plain, before, after, place);
    if (edits) return edits;
  }
  if (Array.isArray(before) && Array.isArray(after) && plain.type === "ArrayExpression") {
    const { elements } = plain;
    const isPlain = elements.every((one) => one && one.type !== "SpreadElement");
    if (isPlain && elements.length === before.length && after.length === before.length) {
      return elements.flatMap((one, at) =>
        one ? editValue(one, before[at], after[at] as Json, place) : [],
      );
    }
  }
  return [replace(plain, print(after, plain, place))];
}

/** @returns undefined where the parts that differ cannot be told one by one */
function editObject(
  object: ESTree.ObjectExpression,
  before: JsonRecord,
  after: JsonRecord,
  place: ValuePlace,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const added: string[] = [];
  const lastSpread = object.properties.findLastIndex(({ type }) => type === "SpreadElement");
  if (Object.keys(before).some((name) => !Object.hasOwn(after, name))) return undefined;
  for (const [name, value] of Object.entries(after)) {
    if (isSame(before[name], value)) continue;
    const property = findProperty(object, plainName(name));
    if (!property) added.push(name);
    else if (property.shorthand || object.properties.indexOf(property) < lastSpread) {
      return undefined;
    } else edits.push(...editValue(property.value, before[name], value, place));
  }
  if (added.length > 0) edits.push(addTo(object, added, after, place));
  return edits;
}

function addTo(
  object: ESTree.ObjectExpression,
  names: readonly string[],
  values: JsonRecord,
  place: ValuePlace,
): TextEdit {
  const { tree } = place;
  const form = formOf(tree, object);
  const style = styleOf(place, form.margin, form.indent);
  const parts = names.map((name) => {
    const value = inLines(printCode(values[name] ?? null, style), tree);
    return `${printName(plainName(name), style.quotes)}: ${value}`;
  });
  return { start: form.at, end: form.at, text: form.around(parts.join(form.between)) };
}

function printNamed(
  node: ESTree.Expression,
  before: JsonRecord,
  after: JsonRecord,
  place: ValuePlace,
): string {
  const style = styleOf(place, marginAt(place.tree.code, node.start));
  return inLines(printVariant({ before, after }, node, place.tree, style), place.tree);
}

function print(value: Json, node: ESTree.Node, place: ValuePlace): string {
  const margin = marginAt(place.tree.code, node.start);
  return inLines(printCode(value, styleOf(place, margin)), place.tree);
}

function styleOf({ tree, root }: ValuePlace, margin: string, indent = "  ") {
  const keep = (pointer: string) => copyOf(pointer, withoutTypes(root), tree);
  return { margin, indent, quotes: quotesOf(tree), keep } as const;
}

function replace({ start, end }: ESTree.Node, text: string): TextEdit {
  return { start, end, text };
}

/** A name of the author's that begins with `$` has a second one in JSON. */
function plainName(name: string): string {
  return name.startsWith("$$") ? name.slice(1) : name;
}

function inLines(text: string, { code }: SourceTree): string {
  return code.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
}
