import { extname } from "node:path";
import * as vite from "vite";
import { isSyntaxNode, type SyntaxNode, visitNodes } from "../../../src/build/syntax-tree.ts";

/** A text that is written out in a program. */
export interface SourceText {
  readonly value: string;
  /** Offset of its opening quote. */
  readonly start: number;
  /** Offset behind its closing quote. */
  readonly end: number;
  /** Whether it names a module: of an import, an export, a type or a `require`. */
  readonly isModule: boolean;
}

/** The texts of a program. */
export interface SourceTexts {
  readonly texts: readonly SourceText[];
  /** Offsets of paths that are put together while it runs, such as `./${name}`. */
  readonly built: readonly number[];
}

const moduleFields: Readonly<Record<string, readonly string[]>> = {
  ImportDeclaration: ["source"],
  ImportExpression: ["source"],
  ExportNamedDeclaration: ["source"],
  ExportAllDeclaration: ["source"],
  TSImportType: ["source", "argument"],
  TSExternalModuleReference: ["expression"],
};

/** Finds the texts of a program, in order. @returns undefined where it cannot be read as one */
export function findTexts(path: string, code: string): SourceTexts | undefined {
  const program = parse(path, code);
  if (!program) return undefined;
  const modules = new Set<unknown>();
  const texts: SourceText[] = [];
  const built: number[] = [];
  visitNodes(program, (node) => {
    for (const field of moduleFields[node.type] ?? []) modules.add(literalOf(node[field]));
    if (isRequire(node)) modules.add((node.arguments as readonly unknown[])[0]);
    const value = textOf(node);
    if (value !== undefined) {
      texts.push({ value, start: node.start, end: node.end, isModule: modules.has(node) });
    } else if (isBuiltPath(node, code)) built.push(node.start);
  });
  return { texts, built };
}

function parse(path: string, code: string): SyntaxNode | undefined {
  const ending = extname(path);
  const lang = path.endsWith(".d.ts") ? "dts" : /^\.[cm]?ts$/.test(ending) ? "ts" : "tsx";
  try {
    const { program, errors } = vite.parseSync(path, code, { lang });
    return errors.length > 0 ? undefined : (program as unknown as SyntaxNode);
  } catch {
    return undefined;
  }
}

function textOf(node: SyntaxNode): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral") return undefined;
  const [only, ...more] = node.quasis as readonly { value: { cooked: string | null } }[];
  return more.length === 0 ? (only?.value.cooked ?? undefined) : undefined;
}

function literalOf(value: unknown): unknown {
  return isSyntaxNode(value) && value.type === "TSLiteralType" ? value.literal : value;
}

/** `require("./a")`, and `require.resolve`. */
function isRequire({ type, callee, arguments: passed }: SyntaxNode): boolean {
  if (type !== "CallExpression" || !isSyntaxNode(callee) || !Array.isArray(passed)) return false;
  const named = callee.type === "MemberExpression" ? callee.object : callee;
  return isSyntaxNode(named) && named.type === "Identifier" && named.name === "require";
}

function isBuiltPath({ type, start }: SyntaxNode, code: string): boolean {
  return type === "TemplateLiteral" && /^`\.\.?\//.test(code.slice(start, start + 4));
}
