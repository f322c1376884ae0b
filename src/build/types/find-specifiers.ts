import type { Vite } from "../load-vite.ts";
import { isSyntaxNode, type SyntaxNode, visitNodes } from "../syntax-tree.ts";

/** A module's name in a declaration file. */
export interface Specifier {
  readonly value: string;
  /** Offset of its opening quote. */
  readonly start: number;
  /** Offset behind its closing quote. */
  readonly end: number;
}

/** Fields that hold a module's name, by the kind of node. */
const fields: Readonly<Record<string, readonly string[]>> = {
  ImportDeclaration: ["source"],
  ExportNamedDeclaration: ["source"],
  ExportAllDeclaration: ["source"],
  TSImportType: ["source", "argument"],
  TSExternalModuleReference: ["expression"],
  TSModuleDeclaration: ["id"],
};

/** Finds all names of modules in a declaration file, in order: of imports, exports and types. */
export function findSpecifiers(vite: Vite, code: string): Specifier[] {
  const { program } = vite.parseSync("email.d.ts", code, { lang: "dts" });
  const found: Specifier[] = [];
  visitNodes(program as unknown as SyntaxNode, (node) => {
    for (const field of fields[node.type] ?? []) {
      const specifier = toSpecifier(node[field]);
      if (specifier) found.push(specifier);
    }
  });
  return found.sort((a, b) => a.start - b.start);
}

function toSpecifier(value: unknown): Specifier | undefined {
  if (!isSyntaxNode(value)) return undefined;
  if (value.type === "TSLiteralType") return toSpecifier(value.literal);
  if (value.type !== "Literal" || typeof value.value !== "string") return undefined;
  return { value: value.value, start: value.start, end: value.end };
}
