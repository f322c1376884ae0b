import type { Vite } from "../load-vite.ts";

/** A module's name in a declaration file. */
export interface Specifier {
  readonly value: string;
  /** Offset of its opening quote. */
  readonly start: number;
  /** Offset behind its closing quote. */
  readonly end: number;
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
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
  visit(program, found);
  return found.sort((a, b) => a.start - b.start);
}

function visit(value: unknown, found: Specifier[]): void {
  if (Array.isArray(value)) for (const item of value) visit(item, found);
  if (!isNode(value)) return;
  for (const field of fields[value.type] ?? []) {
    const specifier = toSpecifier(value[field]);
    if (specifier) found.push(specifier);
  }
  for (const child of Object.values(value)) visit(child, found);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function toSpecifier(value: unknown): Specifier | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === "TSLiteralType") return toSpecifier(value.literal);
  if (value.type !== "Literal" || typeof value.value !== "string") return undefined;
  return { value: value.value, start: Number(value.start), end: Number(value.end) };
}
