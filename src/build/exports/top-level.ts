import type { ESTree } from "vite";

/** What a name at the top of a file stands for. */
export type TopLevelName =
  | { readonly kind: "value"; readonly node: ESTree.Node }
  | { readonly kind: "import"; readonly specifier: string; readonly name: string }
  | { readonly kind: "type" };

/** A file's top level: what its names stand for, and what it exports. */
export interface TopLevel {
  readonly names: ReadonlyMap<string, TopLevelName>;
  /** The default export: an expression or declaration, a local name, or another file's export. */
  readonly standard: ESTree.Node | TopLevelName | undefined;
  /** Local names by those that they are exported by. */
  readonly exported: ReadonlyMap<string, string>;
  /** Names that `PreviewProps` is set on. */
  readonly withPreviewProps: ReadonlySet<string>;
}

/** Reads the top level of a program, an ES module or CommonJS. */
export function readTopLevel(program: ESTree.Program): TopLevel {
  const names = new Map<string, TopLevelName>();
  const exported = new Map<string, string>();
  const withPreviewProps = new Set<string>();
  let standard: TopLevel["standard"];
  for (const statement of program.body) {
    switch (statement.type) {
      case "ImportDeclaration":
        addImports(statement, names);
        break;
      case "ExportDefaultDeclaration":
        standard = statement.declaration;
        addDeclared(statement.declaration, names);
        break;
      case "TSExportAssignment":
        standard = statement.expression;
        break;
      case "ExportNamedDeclaration":
        for (const name of addDeclared(statement.declaration, names)) exported.set(name, name);
        for (const { local, exported: as } of statement.specifiers) {
          const found: TopLevelName | undefined = statement.source
            ? { kind: "import", specifier: statement.source.value, name: nameOf(local) }
            : undefined;
          if (nameOf(as) !== "default") {
            if (!found) exported.set(nameOf(as), nameOf(local));
          } else standard = found ?? ({ type: "Identifier", name: nameOf(local) } as ESTree.Node);
        }
        break;
      case "ExpressionStatement": {
        const owner = previewPropsOwner(statement.expression);
        if (owner !== undefined) withPreviewProps.add(owner);
        standard ??= commonJsDefault(statement.expression);
        break;
      }
      default:
        addDeclared(statement, names);
    }
  }
  return { names, standard, exported, withPreviewProps };
}

/** An expression without what only types need around it. */
export function withoutTypes(node: ESTree.Node): ESTree.Node {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "ParenthesizedExpression":
      return withoutTypes(node.expression);
    default:
      return node;
  }
}

/** The name of a property that is not computed. */
export function keyOf(node: ESTree.Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" ? String(node.value) : undefined;
}

function addImports(statement: ESTree.ImportDeclaration, names: Map<string, TopLevelName>): void {
  const specifier = statement.source.value;
  for (const one of statement.specifiers) {
    const isType =
      statement.importKind === "type" || ("importKind" in one && one.importKind === "type");
    const name =
      one.type === "ImportNamespaceSpecifier"
        ? "*"
        : one.type === "ImportDefaultSpecifier"
          ? "default"
          : nameOf(one.imported);
    names.set(one.local.name, isType ? { kind: "type" } : { kind: "import", specifier, name });
  }
}

/** @returns the names that are declared */
function addDeclared(
  node: ESTree.Node | null,
  names: Map<string, TopLevelName>,
): readonly string[] {
  const add = (name: string, found: TopLevelName) => {
    names.set(name, found);
    return [name];
  };
  switch (node?.type) {
    case "VariableDeclaration":
      return node.declarations.flatMap(({ id, init }) =>
        id.type === "Identifier" && init ? add(id.name, { kind: "value", node: init }) : [],
      );
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
      return node.id ? add(node.id.name, { kind: "value", node }) : [];
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return add(node.id.name, { kind: "type" });
    default:
      return [];
  }
}

/** `Welcome.PreviewProps = …`, whatever types stand around `Welcome`. */
function previewPropsOwner(expression: ESTree.Expression): string | undefined {
  if (expression.type !== "AssignmentExpression") return undefined;
  const target = withoutTypes(expression.left);
  if (target.type !== "MemberExpression" || keyOf(target.property) !== "PreviewProps")
    return undefined;
  const owner = withoutTypes(target.object);
  return owner.type === "Identifier" ? owner.name : undefined;
}

/** What is given to `module.exports`, `exports.default` or `module.exports.default`. */
function commonJsDefault(expression: ESTree.Expression): ESTree.Node | undefined {
  if (expression.type !== "AssignmentExpression") return undefined;
  const path = memberPath(expression.left);
  const isDefault = /^(?:module\.exports|(?:module\.)?exports\.default)$/.test(path);
  // `module.exports = exports = …`
  return isDefault ? expression.right : undefined;
}

function memberPath(node: ESTree.Node): string {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return "";
  return `${memberPath(node.object)}.${keyOf(node.property) ?? ""}`;
}

function nameOf(name: ESTree.ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}
