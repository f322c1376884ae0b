import { parseAst } from "vite";
import {
  isSyntaxNode as isNode,
  type SyntaxNode as Node,
  visitNodes,
} from "../../../src/build/syntax-tree.ts";

/** What a file uses to be a module. */
export interface ModuleSyntax {
  /** Whether a bundler takes it for CommonJS: it exports nothing but by `module` or `exports`. */
  readonly isCommonJs: boolean;
  /** What it calls `require` with, in the order of the file. */
  readonly required: readonly string[];
  /** Which of Node's names for a CommonJS file it uses without declaring them. */
  readonly names: ReadonlySet<string>;
  /** Where its `import` statements stand. */
  readonly imports: readonly { readonly start: number; readonly end: number }[];
}

const namesOfCommonJs = new Set(["require", "module", "exports", "__filename", "__dirname"]);

/** Reads which module syntax a file has; `code` is JavaScript, types and JSX already gone. */
export function readSyntax(code: string): ModuleSyntax {
  const body = parseAst(code).body as unknown as readonly Node[];
  const used = new Set<string>();
  const declared = new Set<string>();
  const required = new Set<string>();
  const imports = body.filter(({ type }) => type === "ImportDeclaration");
  let hasImportMeta = false;
  for (const node of body) {
    visitNodes(node, (one) => {
      if (one.type === "MetaProperty" && isNamed(one.meta, "import")) hasImportMeta = true;
      for (const name of namesIn(one, "use")) used.add(name);
      for (const name of namesIn(one, "declaration")) declared.add(name);
      const specifier = requiredBy(one);
      if (specifier !== undefined) required.add(specifier);
    });
  }
  const names = new Set([...used].filter((name) => !declared.has(name)));
  const exportsItself = body.some(({ type }) => /^Export/.test(type)) || hasImportMeta;
  const isEsModule =
    exportsItself || (imports.length > 0 && !names.has("module") && !names.has("exports"));
  return {
    isCommonJs: !isEsModule,
    required: names.has("require") ? [...required] : [],
    ...{ names, imports },
  };
}

function isNamed(value: unknown, name: string): boolean {
  return isNode(value) && value.type === "Identifier" && value.name === name;
}

/** The names of a CommonJS file that a node uses, as far as its own children tell, or declares. */
function namesIn(node: Node, kind: "use" | "declaration"): readonly string[] {
  const declares = ["VariableDeclarator", "FunctionDeclaration", "ClassDeclaration"];
  if (declares.includes(node.type) || /^Import.*Specifier$/.test(node.type)) {
    const own = isNode(node.id) ? node.id : isNode(node.local) ? node.local : undefined;
    const found = own === undefined ? [] : identifiersOf(own);
    return kind === "declaration"
      ? found
      : node.type === "VariableDeclarator"
        ? identifiersOf(node.init)
        : [];
  }
  if (kind === "declaration") return [];
  return Object.entries(node).flatMap(([key, value]) => {
    // What stands behind a dot, or before a colon, is no name of the file's.
    if ((key === "property" || key === "key") && node.computed !== true) return [];
    return (Array.isArray(value) ? value : [value]).flatMap(identifiersOf);
  });
}

function identifiersOf(value: unknown): readonly string[] {
  if (!isNode(value) || value.type !== "Identifier") return [];
  return namesOfCommonJs.has(String(value.name)) ? [String(value.name)] : [];
}

function requiredBy({ type, callee, arguments: passed }: Node): string | undefined {
  if (type !== "CallExpression" || !isNamed(callee, "require") || !Array.isArray(passed)) return;
  const [first] = passed;
  return isNode(first) && first.type === "Literal" && typeof first.value === "string"
    ? first.value
    : undefined;
}
