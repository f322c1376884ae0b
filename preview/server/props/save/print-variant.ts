import type { ESTree } from "vite";
import { isSame, type JsonRecord } from "../../../protocol/props/json.ts";
import { type CodeStyle, printCode } from "../../../protocol/props/print-code.ts";
import { findProperty, withoutTypes } from "../source/find-component.ts";
import type { SourceTree } from "../source/source-file.ts";

/** Props before and after they were edited, as JSON with marks. */
export interface EditedValues {
  readonly before: JsonRecord;
  readonly after: JsonRecord;
}

/**
 * A variant's edited props as code. Where the variant that they were made from is a name
 * (`default: standard`), as what differs from it: `{ ...standard, name: "Eve" }`. Else written out,
 * and what JSON cannot express copied from where the variant writes it.
 *
 * @throws {Error} when something cannot be written, with its place
 */
export function printVariant(
  { before, after }: EditedValues,
  base: ESTree.Expression | undefined,
  tree: SourceTree,
  style: CodeStyle,
): string {
  const source = base && withoutTypes(base);
  const full = { ...style, keep: (pointer: string) => copyOf(pointer, source, tree) };
  const changed = Object.entries(after).filter(([name, value]) => !isSame(before[name], value));
  const keepsAll = Object.keys(before).every((name) => Object.hasOwn(after, name));
  const keepsSome = changed.length < Object.keys(after).length;
  if (!source || !isName(source) || !keepsAll || !keepsSome) return printCode(after, full);
  const spread = `...${tree.code.slice(source.start, source.end)}`;
  if (changed.length === 0) return `{ ${spread} }`;
  const written = printCode(Object.fromEntries(changed), full);
  if (!written.includes("\n")) return written.replace("{ ", () => `{ ${spread}, `);
  const { indent = "  ", margin = "" } = style;
  return written.replace("{\n", () => `{\n${margin}${indent}${spread},\n`);
}

/** Whether an expression is a name, or one of a name, such as `samples.order`. */
export function isName(
  node: ESTree.Node,
): node is ESTree.IdentifierReference | ESTree.StaticMemberExpression {
  return node.type === "Identifier" || (node.type === "MemberExpression" && !node.computed);
}

/** Code of what stands at a JSON pointer in the value of an expression. */
export function copyOf(pointer: string, source: ESTree.Node | undefined, tree: SourceTree): string {
  const steps = pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const code = source && codeOf(steps, source, tree);
  if (code !== undefined) return code;
  throw new Error(
    `'${steps.join(".")}' is no plain value, and it is not written out in the variant itself; write this variant by hand`,
  );
}

function codeOf(steps: readonly string[], node: ESTree.Node, tree: SourceTree): string | undefined {
  const source = withoutTypes(node);
  const [step, ...rest] = steps;
  if (step === undefined) return tree.code.slice(source.start, source.end);
  if (isName(source)) return tree.code.slice(source.start, source.end) + steps.map(access).join("");
  if (source.type === "ArrayExpression") {
    const element = source.elements[Number(step)];
    const isPlain = source.elements.every((one) => one?.type !== "SpreadElement");
    return element && isPlain ? codeOf(rest, element, tree) : undefined;
  }
  if (source.type !== "ObjectExpression") return undefined;
  const property = findProperty(source, step);
  if (property) return codeOf(rest, property.value, tree);
  // `{ ...standard, name: "Eve" }`: it came with the last that was spread.
  const spread = source.properties.findLast((part) => part.type === "SpreadElement");
  return spread && codeOf(steps, spread.argument, tree);
}

function access(step: string): string {
  if (/^\d+$/.test(step)) return `[${step}]`;
  return /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
