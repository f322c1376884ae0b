import { readFileSync } from "node:fs";
import { extname } from "node:path";
import type { ESTree } from "vite";
import * as vite from "vite";

/** What a name at the top of a file stands for. */
export type Declaration =
  | ESTree.TSInterfaceDeclaration
  | ESTree.TSTypeAliasDeclaration
  | ESTree.TSEnumDeclaration
  | ESTree.Function
  | ESTree.Class
  | ESTree.VariableDeclarator;

/** A name that another file exports. */
export interface ImportedName {
  readonly specifier: string;
  /** `default` for the default export. */
  readonly name: string;
}

/** A source file, taken apart as far as its top level. */
export interface SourceTree {
  readonly path: string;
  readonly code: string;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** Local names by those that they are exported by. */
  readonly exported: ReadonlyMap<string, string>;
  /** What the file exports by default: a name, or the expression itself. */
  readonly standard: ESTree.ExportDefaultDeclarationKind | undefined;
  /** The words of the doc comment that ends right before an offset. */
  commentBefore(offset: number): string | undefined;
}

/** Takes a file apart. @returns `undefined` when it is not there or is no program */
export function readSourceTree(path: string): SourceTree | undefined {
  try {
    return parseSourceTree(path, readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Takes a program apart. @throws {SyntaxError} when it is none */
export function parseSourceTree(path: string, code: string): SourceTree {
  const lang = /^\.[cm]?ts$/.test(extname(path)) ? "ts" : "tsx";
  const { program, comments, errors } = vite.parseSync(path, code, { lang });
  if (errors.length > 0) throw new SyntaxError(errors[0]?.message);
  const declarations = new Map<string, Declaration>();
  const imports = new Map<string, ImportedName>();
  const exported = new Map<string, string>();
  let standard: SourceTree["standard"];
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration") addImports(statement, imports);
    else if (statement.type === "ExportDefaultDeclaration") {
      standard = statement.declaration;
      addDeclaration(statement.declaration, declarations);
    } else if (statement.type === "ExportNamedDeclaration") {
      for (const name of addDeclaration(statement.declaration, declarations))
        exported.set(name, name);
      addExported(statement, exported);
      addReexports(statement, imports);
    } else addDeclaration(statement, declarations);
  }
  const ends = new Map(
    comments
      .filter(({ type, value }) => type === "Block" && value.startsWith("*"))
      .map(({ end, value }) => [end, value]),
  );
  return {
    ...{ path, code, declarations, imports, exported, standard },
    commentBefore(offset) {
      const value = ends.get(code.slice(0, offset).trimEnd().length);
      return value === undefined ? undefined : wordsOf(value);
    },
  };
}

/** @returns the names that are declared */
function addDeclaration(
  node: ESTree.Node | null,
  found: Map<string, Declaration>,
): readonly string[] {
  if (node?.type === "VariableDeclaration") {
    return node.declarations.flatMap((one) => {
      if (one.id.type !== "Identifier") return [];
      found.set(one.id.name, one);
      return [one.id.name];
    });
  }
  switch (node?.type) {
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSEnumDeclaration":
    case "FunctionDeclaration":
    case "ClassDeclaration":
      if (!node.id) return [];
      found.set(node.id.name, node);
      return [node.id.name];
    default:
      return [];
  }
}

/** `export { Welcome as AccountWelcome }` */
function addExported(
  { source, specifiers }: ESTree.ExportNamedDeclaration,
  found: Map<string, string>,
): void {
  if (source) return;
  for (const { local, exported } of specifiers) found.set(nameOf(exported), nameOf(local));
}

function addImports(statement: ESTree.ImportDeclaration, found: Map<string, ImportedName>): void {
  for (const one of statement.specifiers) {
    if (one.type === "ImportNamespaceSpecifier") continue;
    const name = one.type === "ImportDefaultSpecifier" ? "default" : nameOf(one.imported);
    found.set(one.local.name, { specifier: statement.source.value, name });
  }
}

/** `export { Order } from "./order"`: found here under the name that it is exported by. */
function addReexports(
  { source, specifiers }: ESTree.ExportNamedDeclaration,
  found: Map<string, ImportedName>,
): void {
  if (!source) return;
  for (const { local, exported } of specifiers) {
    found.set(nameOf(exported), { specifier: source.value, name: nameOf(local) });
  }
}

function nameOf(name: ESTree.ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}

/** Without stars, tags, and the marks of code and links. */
function wordsOf(comment: string): string | undefined {
  const [words = ""] = comment
    .slice(1)
    .split("\n")
    .map((line) => line.replace(/^\s*\*?\s?/, ""))
    .join(" ")
    .split(/(?:^|\s)@\w/);
  const plain = words
    .replace(/\{@link ([^}]+)\}|`([^`]*)`/g, "$1$2")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain === "" ? undefined : plain;
}
