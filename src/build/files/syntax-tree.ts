import type { Vite } from "../load-vite.ts";

/** A node of ESTree, as far as this folder looks at one. */
export interface SyntaxNode {
  readonly type: string;
  /** Offsets in the code. */
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Where an imported name comes from. */
export interface ImportedName {
  /** Without `node:`. */
  readonly source: string;
  /** `*` for a namespace, `default` for a default import. */
  readonly name: string;
}

/** A module's code, with what is asked of it again and again. */
export interface SyntaxTree {
  readonly nodes: readonly SyntaxNode[];
  parentOf(node: SyntaxNode): SyntaxNode | undefined;
  /** What a name that is declared once, as a `const`, stands for. */
  valueOf(name: string): SyntaxNode | undefined;
  importOf(name: string): ImportedName | undefined;
  /** Whether the module declares the name, in whatever scope. */
  declares(name: string): boolean;
  /** Identifiers that read a variable of this name. */
  readersOf(name: string): readonly SyntaxNode[];
}

/**
 * Reads a module.
 *
 * @param code JavaScript, types and JSX already gone
 * @throws {Error} when it is not JavaScript
 */
export function readSyntaxTree(code: string, parse: Vite["parseAst"]): SyntaxTree {
  const nodes: SyntaxNode[] = [];
  const parents = new Map<SyntaxNode, SyntaxNode>();
  collect(parse(code) as unknown as SyntaxNode, nodes, parents);
  const imports = new Map(nodes.flatMap(importedNames));
  const declared = new Map<string, SyntaxNode[]>();
  for (const node of nodes) {
    for (const name of declaredBy(node, parents.get(node))) {
      declared.set(name, [...(declared.get(name) ?? []), node]);
    }
  }
  return {
    nodes,
    parentOf: (node) => parents.get(node),
    importOf: (name) => (declared.get(name)?.length === 1 ? imports.get(name) : undefined),
    declares: (name) => declared.has(name),
    valueOf(name) {
      const [only, another] = declared.get(name) ?? [];
      const statement = only && parents.get(only);
      if (!only || another || statement?.kind !== "const") return undefined;
      return (only.init as SyntaxNode | null) ?? undefined;
    },
    readersOf: (name) =>
      nodes.filter((node) => isNamed(node, name) && isRead(node, parents.get(node))),
  };
}

function collect(
  node: SyntaxNode,
  nodes: SyntaxNode[],
  parents: Map<SyntaxNode, SyntaxNode>,
): void {
  nodes.push(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      parents.set(child, node);
      collect(child, nodes, parents);
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function importedNames(node: SyntaxNode): [string, ImportedName][] {
  if (node.type === "VariableDeclarator") return requiredNames(node);
  if (node.type !== "ImportDeclaration") return [];
  const source = String((node.source as SyntaxNode).value).replace(/^node:/, "");
  return (node.specifiers as readonly SyntaxNode[]).map((specifier) => {
    const local = (specifier.local as SyntaxNode).name as string;
    if (specifier.type === "ImportNamespaceSpecifier") return [local, { source, name: "*" }];
    if (specifier.type === "ImportDefaultSpecifier") return [local, { source, name: "default" }];
    const imported = specifier.imported as SyntaxNode;
    return [local, { source, name: String(imported.name ?? imported.value) }];
  });
}

/** `const { join } = require("path")` and `const path = require("path")`. */
function requiredNames({ id, init }: SyntaxNode): [string, ImportedName][] {
  const { type, callee, arguments: given } = (init ?? {}) as Partial<SyntaxNode>;
  if (type !== "CallExpression" || (callee as SyntaxNode).name !== "require") return [];
  const [first] = given as readonly SyntaxNode[];
  if (typeof first?.value !== "string") return [];
  const source = first.value.replace(/^node:/, "");
  const target = id as SyntaxNode;
  if (target.type === "Identifier") return [[target.name as string, { source, name: "*" }]];
  if (target.type !== "ObjectPattern") return [];
  return (target.properties as readonly SyntaxNode[]).flatMap(({ key, value }) => {
    const { name } = (key ?? {}) as Partial<SyntaxNode>;
    const local = ((value ?? {}) as Partial<SyntaxNode>).name;
    if (typeof name !== "string" || typeof local !== "string") return [];
    return [[local, { source, name }] as [string, ImportedName]];
  });
}

/** The names that a node declares; of patterns and parameters each name is one of its own. */
function declaredBy(node: SyntaxNode, parent: SyntaxNode | undefined): readonly string[] {
  const nameOf = (value: unknown) =>
    isNode(value) && value.type === "Identifier" ? [value.name as string] : [];
  if (/^Import\w*Specifier$/.test(node.type)) return nameOf(node.local);
  if (/^(?:Function|Class)/.test(node.type)) {
    const parameters = (node.params as readonly unknown[] | undefined) ?? [];
    return [...nameOf(node.id), ...parameters.flatMap(nameOf)];
  }
  if (node.type === "VariableDeclarator") return nameOf(node.id);
  if (node.type === "CatchClause") return nameOf(node.param);
  // Of an object only patterns declare; a literal's values are read, which is told as one too many.
  if (node.type === "Property" && parent?.type === "ObjectPattern") return nameOf(node.value);
  if (node.type === "AssignmentPattern") return nameOf(node.left);
  if (node.type === "RestElement") return nameOf(node.argument);
  if (node.type === "ArrayPattern") return (node.elements as readonly unknown[]).flatMap(nameOf);
  return [];
}

function isNamed(node: SyntaxNode, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}

function isRead(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (!parent) return true;
  const { type } = parent;
  if (type === "MemberExpression") return parent.object === node || parent.computed === true;
  if (type === "Property" || type === "PropertyDefinition" || type === "MethodDefinition") {
    return parent.value === node || parent.computed === true;
  }
  if (type === "VariableDeclarator") return parent.init === node;
  if (/^(?:Function|Class)/.test(type)) return parent.superClass === node || parent.body === node;
  return !/Specifier$|^LabeledStatement$|^(?:Break|Continue)Statement$|^MetaProperty$/.test(type);
}
