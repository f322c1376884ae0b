import type { ESTree } from "vite";
import { resolveFile } from "./resolve-file.ts";
import { readSourceTree, type SourceTree } from "./source-file.ts";

/** The object that an export of a file hands to `defineEmail`, where it can be found. */
export function findDefinition(
  tree: SourceTree,
  exportName = "default",
): ESTree.ObjectExpression | undefined {
  let found = exportOf(tree, exportName);
  if (found?.type === "VariableDeclarator") found = found.init ?? undefined;
  if (found?.type === "Identifier") {
    const declaration = tree.declarations.get(found.name);
    found =
      declaration?.type === "VariableDeclarator" ? (declaration.init ?? undefined) : undefined;
  }
  const call = found && withoutTypes(found);
  if (call?.type !== "CallExpression") return undefined;
  const [definition] = call.arguments;
  const plain = definition && withoutTypes(definition);
  return plain?.type === "ObjectExpression" ? plain : undefined;
}

/** What a file exports by a name: an expression or a declaration. */
function exportOf(tree: SourceTree, exportName: string): ESTree.Node | undefined {
  if (exportName === "default") return tree.standard;
  const local = tree.exported.get(exportName);
  return local === undefined ? undefined : tree.declarations.get(local);
}

/** What a name of an object stands for. */
export function findProperty(
  object: ESTree.ObjectExpression,
  name: string,
): ESTree.ObjectProperty | undefined {
  return object.properties.find(
    (part): part is ESTree.ObjectProperty =>
      part.type === "Property" && !part.computed && nameOfKey(part.key) === name,
  );
}

/** The name that a key stands for. */
export function nameOfKey(key: ESTree.PropertyKey): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}

/** An expression without `as`, `satisfies`, `!` and parentheses around it. */
export function withoutTypes(node: ESTree.Node): ESTree.Node {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "ParenthesizedExpression":
      return withoutTypes(node.expression);
    default:
      return node;
  }
}

/** A type as it is written, and the file that it is written in. */
export interface WrittenType {
  readonly type: ESTree.TSType;
  readonly tree: SourceTree;
}

/** How many names lead from an email to its component at most. */
const longestWay = 20;

/** Type of the props of the component that an export of a file shows. */
export function findPropsType(tree: SourceTree, exportName: string): WrittenType | undefined {
  const definition = findDefinition(tree, exportName);
  const exported = exportOf(tree, exportName);
  if (!definition) return exported && propsTypeOf(exported, tree);
  const component = findProperty(definition, "component");
  return component && propsTypeOf(component.value, tree);
}

function propsTypeOf(node: ESTree.Node, tree: SourceTree, way = 0): WrittenType | undefined {
  const written = (type: ESTree.TSType | undefined) => type && { type, tree };
  const expression = withoutTypes(node);
  switch (expression.type) {
    case "Identifier":
      return way > longestWay ? undefined : propsTypeOfNamed(expression.name, tree, way + 1);
    case "VariableDeclarator":
      return (
        written(argumentOf(expression.id.typeAnnotation?.typeAnnotation)) ??
        (expression.init ? propsTypeOf(expression.init, tree, way) : undefined)
      );
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return written(typeOfParameter(expression.params[0]));
    case "ClassDeclaration":
    case "ClassExpression":
      return written(expression.superTypeArguments?.params[0]);
    case "CallExpression": {
      // `memo(Component)`, `forwardRef<Ref, Props>(…)`
      const [inner] = expression.arguments;
      return (
        written(expression.typeArguments?.params.at(-1)) ?? (inner && propsTypeOf(inner, tree, way))
      );
    }
    default:
      return undefined;
  }
}

function propsTypeOfNamed(name: string, tree: SourceTree, way: number): WrittenType | undefined {
  const declaration = tree.declarations.get(name);
  if (declaration) return propsTypeOf(declaration, tree, way);
  const imported = tree.imports.get(name);
  const file = imported && resolveFile(tree.path, imported.specifier);
  const other = file === undefined ? undefined : readSourceTree(file);
  if (!imported || !other || way > longestWay) return undefined;
  if (imported.name !== "default") return propsTypeOfNamed(imported.name, other, way + 1);
  return other.standard && propsTypeOf(other.standard, other, way + 1);
}

function typeOfParameter(parameter: ESTree.ParamPattern | undefined): ESTree.TSType | undefined {
  if (!parameter || parameter.type === "TSParameterProperty" || parameter.type === "RestElement") {
    return undefined;
  }
  const pattern = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  return pattern.typeAnnotation?.typeAnnotation;
}

/** `FC<Props>`, `React.ComponentType<Props>`: what it is of. */
function argumentOf(type: ESTree.TSType | undefined): ESTree.TSType | undefined {
  return type?.type === "TSTypeReference" ? type.typeArguments?.params[0] : undefined;
}
