import { posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { SyntaxNode, SyntaxTree } from "./syntax-tree.ts";

/** Stands in a text for what only a run of the program can tell. */
export const unknownPart = "\0";

/** What an expression is worth before the program runs. */
export type PathValue =
  /** Text that does not depend on where the module lies. */
  | { readonly kind: "text"; readonly text: string }
  /** An absolute path, or the `file:` address of one, made of where the module lies. */
  | { readonly kind: "path"; readonly text: string; readonly isUrl: boolean }
  /** What `createRequire` gives. */
  | { readonly kind: "require"; readonly from: string };

/** Finds out what expressions of a module are worth that lies in a file. */
export type Evaluate = (node: SyntaxNode) => PathValue | undefined;

/**
 * Creates the evaluation of paths in a module: `import.meta.url`, `__dirname` and their kind, and
 * what `new URL`, `node:path` and `node:url` make of them. All else is `undefined`.
 *
 * @param file the module's; absolute, with forward slashes
 */
export function createEvaluate(tree: SyntaxTree, file: string): Evaluate {
  const underWay = new Set<SyntaxNode>();

  function evaluate(node: SyntaxNode): PathValue | undefined {
    switch (node.type) {
      case "Literal":
        return typeof node.value === "string" ? text(node.value) : undefined;
      case "TemplateLiteral":
        return concatenated(templateParts(node));
      case "BinaryExpression":
        return node.operator === "+"
          ? concatenated([child(node.left), child(node.right)])
          : undefined;
      case "Identifier":
        return identifier(node);
      case "MemberExpression":
        return member(node);
      case "NewExpression":
        return isGlobal(node.callee, "URL") ? url(argumentsOf(node)) : undefined;
      case "CallExpression":
        return call(node);
      default:
        return undefined;
    }
  }

  /** A part of a larger text, unknown or not. */
  function child(node: unknown): PathValue {
    return evaluate(node as SyntaxNode) ?? text(unknownPart);
  }

  function templateParts(node: SyntaxNode): PathValue[] {
    const expressions = node.expressions as readonly SyntaxNode[];
    return (node.quasis as readonly SyntaxNode[]).flatMap((quasi, index) => {
      const { cooked } = quasi.value as { readonly cooked: string };
      const expression = expressions[index];
      return expression ? [text(cooked), child(expression)] : [text(cooked)];
    });
  }

  function identifier(node: SyntaxNode): PathValue | undefined {
    const name = node.name as string;
    if (name === "__dirname" && !tree.declares(name)) return path(posix.dirname(file));
    if (name === "__filename" && !tree.declares(name)) return path(file);
    const value = tree.valueOf(name);
    if (!value || underWay.has(value)) return undefined;
    underWay.add(value);
    const result = evaluate(value);
    underWay.delete(value);
    return result;
  }

  function member(node: SyntaxNode): PathValue | undefined {
    const object = node.object as SyntaxNode;
    const name = propertyOf(node);
    if (isImportMeta(object)) {
      if (name === "url") return address(file);
      if (name === "filename") return path(file);
      return name === "dirname" ? path(posix.dirname(file)) : undefined;
    }
    if (name !== "href" && name !== "pathname") return undefined;
    const value = evaluate(object);
    if (value?.kind !== "path" || !value.isUrl) return undefined;
    return name === "href" ? value : path(value.text);
  }

  function call(node: SyntaxNode): PathValue | undefined {
    const callee = node.callee as SyntaxNode;
    const given = argumentsOf(node);
    const [first] = given;
    if (callee.type === "MemberExpression" && propertyOf(callee) === "resolve") {
      const object = callee.object as SyntaxNode;
      if (isImportMeta(object)) return first && relativeTo(file, child(first), true);
      const required = evaluate(object);
      if (required?.kind === "require")
        return first && relativeTo(required.from, child(first), false);
    }
    if (callee.type === "MemberExpression" && propertyOf(callee) === "toString") {
      return evaluate(callee.object as SyntaxNode);
    }
    if (callee.type === "Identifier") {
      const required = evaluate(callee);
      if (required?.kind === "require")
        return first && relativeTo(required.from, child(first), false);
      if (isGlobal(callee, "String")) return first && evaluate(first);
    }
    return builtin(calledBuiltin(tree, callee), given);
  }

  function builtin(name: string | undefined, given: readonly SyntaxNode[]): PathValue | undefined {
    const values = given.map(child);
    const [first] = values;
    if (!name || !first) return undefined;
    const isPath = first.kind === "path";
    switch (name) {
      case "url.fileURLToPath":
        return isPath ? path(first.text) : undefined;
      case "url.pathToFileURL":
        return isPath ? address(first.text) : undefined;
      case "path.dirname":
        return isPath && !first.isUrl ? path(posix.dirname(first.text)) : undefined;
      case "path.normalize":
        return first;
      case "path.join":
      case "path.resolve":
        if (!isPath || first.isUrl || values.some(({ kind }) => kind === "require"))
          return undefined;
        return joined(name, values);
      case "module.createRequire":
        return isPath ? { kind: "require", from: first.text } : undefined;
      default:
        return undefined;
    }
  }

  function url([relative, base]: readonly SyntaxNode[]): PathValue | undefined {
    if (!relative) return undefined;
    if (!base) {
      const value = evaluate(relative);
      return value?.kind === "path" && value.isUrl ? value : undefined;
    }
    const from = evaluate(base);
    return from?.kind === "path" && from.isUrl
      ? relativeTo(from.text, child(relative), true)
      : undefined;
  }

  function isGlobal(node: unknown, name: string): boolean {
    const { type, name: own } = node as SyntaxNode;
    if (type !== "Identifier" || own !== name) return false;
    return !tree.declares(name) || tree.importOf(name)?.source === "url";
  }

  return evaluate;
}

/** The function of Node's that is called, as `path.join`, whichever way it was imported. */
export function calledBuiltin(tree: SyntaxTree, callee: SyntaxNode): string | undefined {
  if (callee.type === "Identifier") {
    const found = tree.importOf(callee.name as string);
    return found && `${moduleName(found.source)}.${found.name}`;
  }
  if (callee.type !== "MemberExpression") return undefined;
  const object = callee.object as SyntaxNode;
  const name = propertyOf(callee);
  if (object.type === "MemberExpression") {
    // `path.posix.join`, `fs.promises.readFile`
    const outer = calledBuiltin(tree, object);
    if (outer === "path.posix") return `path.${name}`;
    return outer === "fs.promises" ? `fs/promises.${name}` : undefined;
  }
  if (object.type !== "Identifier") return undefined;
  const found = tree.importOf(object.name as string);
  if (found?.name === "*" || found?.name === "default")
    return `${moduleName(found.source)}.${name}`;
  return found?.source === "fs" && found.name === "promises" ? `fs/promises.${name}` : undefined;
}

function moduleName(source: string): string {
  return source === "path/posix" ? "path" : source;
}

/** Whether a node is `import.meta`. */
export function isImportMeta(node: SyntaxNode): boolean {
  return node.type === "MetaProperty" && (node.property as SyntaxNode).name === "meta";
}

function propertyOf(node: SyntaxNode): string | undefined {
  const property = node.property as SyntaxNode;
  if (node.computed !== true) return property.name as string;
  return property.type === "Literal" ? String(property.value) : undefined;
}

function argumentsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.arguments as readonly SyntaxNode[];
}

function text(value: string): PathValue {
  return { kind: "text", text: value };
}

function path(value: string): PathValue {
  return { kind: "path", text: value, isUrl: false };
}

function address(value: string): PathValue {
  return { kind: "path", text: value, isUrl: true };
}

function concatenated(parts: readonly PathValue[]): PathValue | undefined {
  if (parts.some(({ kind }) => kind === "require")) return undefined;
  const whole = parts.map((part) => (part.kind === "require" ? "" : part.text)).join("");
  const [first] = parts.filter((part) => part.kind !== "text" || part.text !== "");
  const others = parts.filter((part) => part !== first);
  if (others.some(({ kind }) => kind === "path")) return undefined;
  if (first?.kind !== "path") return text(whole);
  return { ...first, text: posix.normalize(whole) };
}

function joined(name: string, values: readonly PathValue[]): PathValue {
  const parts = values.map((value) => (value.kind === "require" ? "" : value.text));
  const [first = "", ...others] = parts;
  // An absolute part starts again in `resolve`, and is one more folder in `join`.
  const start = name === "path.resolve" ? others.findLastIndex((part) => part.startsWith("/")) : -1;
  if (start >= 0) return path(posix.join(...others.slice(start)));
  return path(posix.join(first, ...others));
}

/** What a specifier or an address means in a file; `undefined` unless it is relative. */
function relativeTo(from: string, { kind, ...value }: PathValue, isUrl: boolean) {
  if (kind !== "text" || !("text" in value)) return undefined;
  const specifier = value.text;
  const isRelative = isUrl
    ? !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(specifier) && specifier !== ""
    : /^\.\.?(?:\/|$)/.test(specifier);
  if (!isRelative) return undefined;
  const folder = from.endsWith("/") ? from : posix.dirname(from);
  if (specifier.includes(unknownPart)) {
    return { kind: "path", text: posix.join(folder, specifier), isUrl } as const;
  }
  if (!isUrl) return path(posix.join(folder, specifier));
  return address(fileURLToPath(new URL(specifier, pathToFileURL(from))).replaceAll("\\", "/"));
}
