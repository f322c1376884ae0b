import {
  calledBuiltin,
  createEvaluate,
  isImportMeta,
  type PathValue,
  unknownPart,
} from "./evaluate-path.ts";
import type { SyntaxNode, SyntaxTree } from "./syntax-tree.ts";

/** A word for where the module lies: `import.meta.url`, `__dirname` and their kind. */
export interface Anchor {
  readonly node: SyntaxNode;
  readonly kind: "url" | "dirname" | "filename" | "resolve";
  /** Whether it is CommonJS's, which no ES module has. */
  readonly isCommonJs: boolean;
}

/** The largest expression around an anchor that is a path, and what is done with it. */
export interface FileUse {
  readonly node: SyntaxNode;
  /** Absolute; parts that only a run can tell are {@link unknownPart}. */
  readonly path: string;
  readonly purpose: FilePurpose;
}

/** What a program does with a path. */
export type FilePurpose =
  /** Reads the file at once; `call` is what may be put in its place. */
  | { readonly kind: "read"; readonly call: SyntaxNode; readonly form: ReadForm }
  /** Compares or prints it: the file is not needed. */
  | { readonly kind: "none" }
  | { readonly kind: "other" };

/** What a read gives. */
export type ReadForm = "text" | "bytes" | "promised text" | "promised bytes" | "json";

/** Finds where a module says where it lies, and the files that it finds in this way. */
export function findFileUses(
  tree: SyntaxTree,
  file: string,
): { readonly anchors: readonly Anchor[]; readonly uses: readonly FileUse[] } {
  const evaluate = createEvaluate(tree, file);
  const anchors = tree.nodes.flatMap((node) => anchorOf(tree, node));
  const seen = new Set<SyntaxNode>();
  const uses: FileUse[] = [];

  function follow(node: SyntaxNode): void {
    if (seen.has(node)) return;
    seen.add(node);
    const value = evaluate(node);
    const parent = tree.parentOf(node);
    if (!parent || value?.kind === "text") return;
    if (value && isKnown(evaluate(parent))) {
      follow(parent);
      return;
    }
    const grand = tree.parentOf(parent);
    if (parent.type === "VariableDeclarator" && grand?.kind === "const") {
      const { type, name } = parent.id as SyntaxNode;
      const readers = type === "Identifier" ? tree.readersOf(name as string) : [];
      for (const reader of readers) follow(reader);
      // Exported names are read elsewhere, and no one knows for what.
      if (readers.length > 0) return;
    }
    if (value?.kind === "path") {
      uses.push({ node, path: value.text, purpose: purposeOf(tree, node, parent) });
    }
  }

  for (const { node } of anchors) follow(node);
  return { anchors, uses };

  function isKnown(value: PathValue | undefined): boolean {
    return value !== undefined && value.kind !== "text";
  }
}

function anchorOf(tree: SyntaxTree, node: SyntaxNode): Anchor[] {
  if (node.type === "Identifier" && (node.name === "__dirname" || node.name === "__filename")) {
    if (tree.declares(node.name) || !tree.readersOf(node.name).includes(node)) return [];
    return [{ node, kind: node.name === "__dirname" ? "dirname" : "filename", isCommonJs: true }];
  }
  if (node.type === "CallExpression") {
    const callee = node.callee as SyntaxNode;
    if (callee.type !== "MemberExpression" || !isImportMeta(callee.object as SyntaxNode)) return [];
    const { name } = callee.property as SyntaxNode;
    return name === "resolve" ? [{ node, kind: "resolve", isCommonJs: false }] : [];
  }
  if (node.type !== "MemberExpression" || !isImportMeta(node.object as SyntaxNode)) return [];
  const { name } = node.property as SyntaxNode;
  if (name !== "url" && name !== "dirname" && name !== "filename") return [];
  return [{ node, kind: name, isCommonJs: false }];
}

function purposeOf(tree: SyntaxTree, node: SyntaxNode, parent: SyntaxNode): FilePurpose {
  if (node.type === "CallExpression" && isJsonOfRequire(tree, node)) {
    return { kind: "read", call: node, form: "json" };
  }
  // A comparison, or a base that an absolute address has no use for.
  if (/^(?:BinaryExpression|ExpressionStatement|NewExpression)$/.test(parent.type)) {
    return { kind: "none" };
  }
  if (parent.type !== "CallExpression") return { kind: "other" };
  const [first, second] = parent.arguments as readonly SyntaxNode[];
  const callee = parent.callee as SyntaxNode;
  if (isConsole(callee)) return { kind: "none" };
  const name = calledBuiltin(tree, callee);
  const isPromised = name === "fs/promises.readFile";
  if (first !== node || !(isPromised || name === "fs.readFileSync")) return { kind: "other" };
  const encoding = encodingOf(second);
  if (encoding === undefined) return { kind: "other" };
  if (encoding === "text") {
    return { kind: "read", call: parent, form: isPromised ? "promised text" : "text" };
  }
  return { kind: "read", call: parent, form: isPromised ? "promised bytes" : "bytes" };
}

/** What `readFileSync` gives with these options; `undefined` where they are not plain. */
function encodingOf(options: SyntaxNode | undefined): "text" | "bytes" | undefined {
  if (!options) return "bytes";
  if (options.type === "Literal") return toForm(options.value);
  if (options.type !== "ObjectExpression") return undefined;
  const properties = options.properties as readonly SyntaxNode[];
  const [only] = properties;
  if (!only || properties.length > 1 || (only.key as SyntaxNode).name !== "encoding") {
    return properties.length === 0 ? "bytes" : undefined;
  }
  return toForm((only.value as SyntaxNode).value);
}

function toForm(encoding: unknown): "text" | "bytes" | undefined {
  if (encoding === null) return "bytes";
  return typeof encoding === "string" && /^utf-?8$/i.test(encoding) ? "text" : undefined;
}

function isJsonOfRequire(tree: SyntaxTree, { callee, arguments: given }: SyntaxNode): boolean {
  const [first] = given as readonly SyntaxNode[];
  const { type, name } = callee as SyntaxNode;
  if (type !== "Identifier" || calledBuiltin(tree, callee as SyntaxNode)) return false;
  const isRequire = tree.valueOf(name as string)?.type === "CallExpression";
  return isRequire && first?.type === "Literal" && String(first.value).endsWith(".json");
}

function isConsole(callee: SyntaxNode): boolean {
  return callee.type === "MemberExpression" && (callee.object as SyntaxNode).name === "console";
}

/** Whether a path is known before the program runs. */
export function isWholePath(path: string): boolean {
  return !path.includes(unknownPart);
}
