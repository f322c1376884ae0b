import type { ESTree } from "vite";
import { findDefinition, findProperty, nameOfKey, withoutTypes } from "../source/find-component.ts";
import type { SourceTree } from "../source/source-file.ts";

/** The object that an email's variants are written in. */
export interface WrittenVariants {
  readonly object: ESTree.ObjectExpression;
  /** Expression of each variant that is written by its name. */
  readonly byName: ReadonlyMap<string, ESTree.Expression>;
}

/** Finds where an email's variants are written. @returns why it cannot be told, if it cannot */
export function findVariants(tree: SourceTree, exportName = "default"): WrittenVariants | string {
  const definition = findDefinition(tree, exportName);
  if (!definition) {
    return "its export is no defineEmail({ … }) that is written there; a bare component has no variants";
  }
  const property = findProperty(definition, "variants");
  if (!property) return "'variants' is not written out in defineEmail({ … })";
  const object = objectOf(property.value, tree);
  if (!object) return "its variants are no object that is written out in the file";
  const named = object.properties.flatMap((part) => {
    const name = part.type === "Property" && !part.computed ? nameOfKey(part.key) : undefined;
    return part.type === "Property" && name !== undefined ? [[name, part.value] as const] : [];
  });
  return { object, byName: new Map(named) };
}

function objectOf(node: ESTree.Node, tree: SourceTree): ESTree.ObjectExpression | undefined {
  const plain = withoutTypes(node);
  if (plain.type === "ObjectExpression") return plain;
  if (plain.type !== "Identifier") return undefined;
  const declaration = tree.declarations.get(plain.name);
  if (declaration?.type !== "VariableDeclarator" || !declaration.init) return undefined;
  const value = withoutTypes(declaration.init);
  return value.type === "ObjectExpression" ? value : undefined;
}
