import type { ESTree } from "vite";
import type { ExportVerdict } from "./export-verdict.ts";
import { placeOf } from "./quick-look.ts";
import { keyOf, type TopLevel, type TopLevelName, withoutTypes } from "./top-level.ts";

/** What a verdict is made from. */
export interface JudgedFile {
  readonly code: string;
  readonly names: TopLevel["names"];
  /** Whether anything in the file makes a React element. */
  readonly makesElements: boolean;
}

/** Ways of React to make one component of another. */
const componentMakers = /^(?:memo|forwardRef|lazy)$/;
/** How many names lead from one to the next at most. */
const longestWay = 20;

const email: ExportVerdict = { kind: "email" };
const other = (reason: string): ExportVerdict => ({ kind: "other", reason });

/** Judges an exported expression, declaration or name: whether it is a component or an email. */
export function judgeExport(
  exported: ESTree.Node | TopLevelName,
  file: JudgedFile,
  ownName?: string,
  way = 0,
): ExportVerdict {
  if ("kind" in exported && !("type" in exported)) return judgeName(exported, file, ownName, way);
  const node = withoutTypes(exported as ESTree.Node);
  const again = (next: ESTree.Node) => judgeExport(next, file, ownName, way + 1);
  switch (node.type) {
    case "Identifier": {
      const found = file.names.get(node.name);
      if (!found || way > longestWay) return ofUnknown(file, `what ${node.name} stands for`);
      return judgeName(found, file, node.name, way + 1);
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return judgeFunction(node, file, ownName);
    case "ClassDeclaration":
    case "ClassExpression":
      return node.superClass || file.makesElements ? email : other("a class that is no component");
    case "CallExpression":
      return judgeCall(node, file, ownName, way);
    case "ConditionalExpression":
      return firstEmail([node.consequent, node.alternate].map(again));
    case "LogicalExpression":
      return firstEmail([node.left, node.right].map(again));
    case "AssignmentExpression":
      return again(node.right);
    case "AwaitExpression":
      return again(node.argument);
    case "JSXElement":
    case "JSXFragment":
      // No one exports an element by intention: its page says what it should be.
      return email;
    case "ObjectExpression": {
      const standard = node.properties.find(
        (one) => one.type === "Property" && !one.computed && keyOf(one.key) === "default",
      );
      return standard?.type === "Property" ? again(standard.value) : other("an object");
    }
    case "ArrayExpression":
      return other("an array");
    case "Literal":
      return other(node.value === null ? "null" : `a ${typeof node.value}`);
    case "TemplateLiteral":
    case "TaggedTemplateExpression":
      return other("a string");
    case "NewExpression":
      return other("an object");
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return other("a type");
    case "TSEnumDeclaration":
      return other("an enum");
    case "BinaryExpression":
    case "UnaryExpression":
    case "UpdateExpression":
      return other("a value");
    default:
      return ofUnknown(file, "a value that its text does not tell");
  }
}

function judgeName(
  found: TopLevelName,
  file: JudgedFile,
  name: string | undefined,
  way: number,
): ExportVerdict {
  if (found.kind === "type") return other("a type");
  if (found.kind === "value") return judgeExport(found.node, file, name, way);
  if (found.name === "*") return other("a namespace");
  return { kind: "elsewhere", specifier: found.specifier, name: found.name };
}

function judgeFunction(
  node: ESTree.Function | ESTree.ArrowFunctionExpression,
  file: JudgedFile,
  ownName: string | undefined,
): ExportVerdict {
  const name = ("id" in node && node.id?.name) || ownName;
  if (node.generator) return other("a generator function");
  const isCapitalised = name !== undefined && /^\p{Lu}/u.test(name);
  if (isCapitalised || file.makesElements) return email;
  return other("a function that makes no React element");
}

function judgeCall(
  node: ESTree.CallExpression,
  file: JudgedFile,
  ownName: string | undefined,
  way: number,
): ExportVerdict {
  const callee = calledName(node.callee);
  if (callee === "defineEmail") return { kind: "email", declaredId: declaredId(node, file) };
  const [first] = node.arguments;
  if (callee === "require" && first?.type === "Literal" && typeof first.value === "string") {
    return { kind: "elsewhere", specifier: first.value, name: "default" };
  }
  if (callee !== undefined && componentMakers.test(callee)) return email;
  // `withTheme(Welcome)`, `connect(options)(Welcome)`
  const components = node.arguments.map((one) =>
    one.type === "SpreadElement" ? undefined : judgeExport(one, file, ownName, way + 1),
  );
  if (components.some((one) => one?.kind === "email" || one?.kind === "elsewhere")) return email;
  return ofUnknown(file, `what ${callee ?? "a function"}(…) returns`);
}

function calledName(callee: ESTree.Node): string | undefined {
  const node = withoutTypes(callee);
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? keyOf(node.property) : undefined;
}

/** `id: "orders/receipt"` of a definition that is written out. */
function declaredId(node: ESTree.CallExpression, { code }: JudgedFile) {
  const definition = node.arguments[0] && withoutTypes(node.arguments[0]);
  if (definition?.type !== "ObjectExpression") return undefined;
  for (const property of definition.properties) {
    if (property.type !== "Property" || property.computed || keyOf(property.key) !== "id") continue;
    const value = withoutTypes(property.value);
    if (value.type !== "Literal" || typeof value.value !== "string") return undefined;
    return { value: value.value, ...placeOf(code, value.start) };
  }
  return undefined;
}

/** A file that makes elements gets the benefit of the doubt: its page tells what came of it. */
function ofUnknown({ makesElements }: JudgedFile, what: string): ExportVerdict {
  return makesElements ? email : other(what);
}

function firstEmail(verdicts: readonly ExportVerdict[]): ExportVerdict {
  const [first = other("nothing")] = verdicts;
  return verdicts.find(({ kind }) => kind !== "other") ?? first;
}
