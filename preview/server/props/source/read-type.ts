import type { ESTree } from "vite";
import type { PropType } from "../../../protocol/props/prop-type.ts";
import { asUnion, hasOwnWords } from "../../../thread/props/describe/union.ts";
import { readBuiltIn } from "./built-in-types.ts";
import { readMembers } from "./read-members.ts";
import { resolveFile } from "./resolve-file.ts";
import { type Declaration, readSourceTree, type SourceTree } from "./source-file.ts";

/** Where a type stands: its file, and what the names of its parameters stand for. */
export interface Place {
  readonly tree: SourceTree;
  readonly bound: ReadonlyMap<string, PropType>;
  readonly depth: number;
}

/** How deep a type that contains itself is followed; below, its parts are edited as JSON. */
const deepest = 12;

const unknown: PropType = { kind: "unknown" };

/** A type of TypeScript, as it is written in a file, as the type of a prop. */
export function readType(
  type: ESTree.TSType,
  tree: SourceTree,
  place: Place = { tree, bound: new Map(), depth: 0 },
): PropType {
  if (place.depth > deepest) return unknown;
  const inside = { ...place, depth: place.depth + 1 };
  const read = (inner: ESTree.TSType) => readType(inner, tree, inside);
  switch (type.type) {
    case "TSStringKeyword":
    case "TSTemplateLiteralType":
      return { kind: "text" };
    case "TSNumberKeyword":
      return { kind: "number" };
    case "TSBigIntKeyword":
      return { kind: "number", integer: true, big: true };
    case "TSBooleanKeyword":
      return { kind: "switch" };
    case "TSNullKeyword":
      return { kind: "choice", options: [], nullable: true };
    case "TSUndefinedKeyword":
    case "TSVoidKeyword":
      return { kind: "choice", options: [], optional: true };
    case "TSLiteralType":
      return readLiteral(type.literal);
    case "TSUnionType":
      return asUnion(type.types.map(read));
    case "TSIntersectionType":
      return joinObjects(type.types.map(read));
    case "TSArrayType":
      return { kind: "list", item: read(type.elementType) };
    case "TSTupleType":
      return { kind: "list", item: asUnion(type.elementTypes.map((one) => read(elementOf(one)))) };
    case "TSParenthesizedType":
    case "TSTypeOperator":
      // `readonly T[]`; `keyof T` and `unique symbol` are beyond this reader.
      if (type.type === "TSTypeOperator" && type.operator !== "readonly") return unknown;
      return read(type.typeAnnotation);
    case "TSTypeLiteral":
      return readMembers(type.members, tree, read);
    case "TSIndexedAccessType":
      return readPart(read(type.objectType), type.indexType);
    case "TSTypeReference":
      return readReference(type, inside);
    default:
      return unknown;
  }
}

function readReference(type: ESTree.TSTypeReference, place: Place): PropType {
  if (type.typeName.type !== "Identifier") return unknown;
  const { name } = type.typeName;
  const given = type.typeArguments?.params ?? [];
  const known = place.bound.get(name);
  if (known) return known;
  return (
    readNamed(name, given, place) ??
    readBuiltIn(name, given, (inner) => readType(inner, place.tree, place)) ??
    unknown
  );
}

/** A type by its name, from this file or from one that it imports. */
function readNamed(
  name: string,
  given: readonly ESTree.TSType[],
  place: Place,
): PropType | undefined {
  if (place.depth > deepest) return unknown;
  const { tree } = place;
  const declaration = tree.declarations.get(name);
  if (!declaration) {
    const imported = tree.imports.get(name);
    const file = imported && resolveFile(tree.path, imported.specifier);
    const other = file === undefined ? undefined : readSourceTree(file);
    if (!imported || !other) return undefined;
    const bound = readAll(given, place);
    const inside = { tree: other, bound: new Map(), depth: place.depth + 1 };
    return readDeclared(imported.name, bound, inside);
  }
  return readDeclared(name, readAll(given, place), place);
}

function readAll(types: readonly ESTree.TSType[], place: Place): readonly PropType[] {
  return types.map((type) => readType(type, place.tree, place));
}

function readDeclared(
  name: string,
  given: readonly PropType[],
  place: Place,
): PropType | undefined {
  const { tree } = place;
  const declaration = tree.declarations.get(name);
  if (!declaration) return readNamed(name, [], place);
  const inside = { ...place, depth: place.depth + 1, bound: bind(declaration, given) };
  const read = (inner: ESTree.TSType) => readType(inner, tree, inside);
  if (declaration.type === "TSTypeAliasDeclaration") return read(declaration.typeAnnotation);
  if (declaration.type === "TSEnumDeclaration") return readEnum(declaration);
  if (declaration.type !== "TSInterfaceDeclaration") return undefined;
  const own = readMembers(declaration.body.body, tree, read);
  const parents = declaration.extends.map(({ expression, typeArguments }) =>
    expression.type === "Identifier"
      ? (readNamed(expression.name, typeArguments?.params ?? [], inside) ??
        readBuiltIn(expression.name, typeArguments?.params ?? [], read) ??
        unknown)
      : unknown,
  );
  return parents.length === 0 ? own : joinObjects([...parents, own]);
}

function bind(declaration: Declaration, given: readonly PropType[]): ReadonlyMap<string, PropType> {
  const parameters =
    "typeParameters" in declaration ? declaration.typeParameters?.params : undefined;
  const names = parameters?.map(({ name }) => name.name) ?? [];
  return new Map(names.map((name, at) => [name, given[at] ?? unknown]));
}

function readEnum({ body }: ESTree.TSEnumDeclaration): PropType {
  const options = body.members.map(({ initializer }, at) => {
    if (!initializer) return at;
    return initializer.type === "Literal" ? initializer.value : undefined;
  });
  return options.every(hasOwnWords) ? { kind: "choice", options } : unknown;
}

function readLiteral(literal: ESTree.TSLiteral): PropType {
  if (literal.type === "Literal" && hasOwnWords(literal.value)) {
    return { kind: "choice", options: [literal.value] };
  }
  if (literal.type === "UnaryExpression" && literal.argument.type === "Literal") {
    return { kind: "choice", options: [-Number(literal.argument.value)] };
  }
  return literal.type === "TemplateLiteral" ? { kind: "text" } : unknown;
}

/** An intersection. What cannot be read may add parts of any name. */
function joinObjects(types: readonly PropType[]): PropType {
  // `string & {}`: a text with a brand, or with a hint for the editor.
  const plain = types.find(({ kind }) => kind !== "object" && kind !== "unknown");
  if (plain) return plain;
  const objects = types.filter((type) => type.kind === "object");
  if (objects.length === 0) return unknown;
  const fields = new Map(
    objects.flatMap((type) => type.fields.map((field) => [field.name, field])),
  );
  const others =
    objects.find((type) => type.others)?.others ??
    (objects.length < types.length ? unknown : undefined);
  return { kind: "object", fields: [...fields.values()], ...(others ? { others } : {}) };
}

/** `Order["lines"]`, `Lines[number]`. */
function readPart(type: PropType, index: ESTree.TSType): PropType {
  if (type.kind === "list" && index.type === "TSNumberKeyword") return type.item;
  if (index.type !== "TSLiteralType" || index.literal.type !== "Literal") return unknown;
  const { value } = index.literal;
  if (type.kind === "list") return type.item;
  if (type.kind !== "object") return unknown;
  return type.fields.find(({ name }) => name === value)?.type ?? unknown;
}

function elementOf(element: ESTree.TSTupleElement): ESTree.TSType {
  if (element.type === "TSOptionalType" || element.type === "TSRestType") {
    return element.typeAnnotation.type === "TSArrayType"
      ? element.typeAnnotation.elementType
      : element.typeAnnotation;
  }
  return element.type === "TSNamedTupleMember" ? elementOf(element.elementType) : element;
}
