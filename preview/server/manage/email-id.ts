import { findDefinition, findProperty, withoutTypes } from "../props/source/find-component.ts";
import { parseSourceTree } from "../props/source/source-file.ts";
import type { TextEdit } from "./moved-import.ts";

/**
 * The change that gives an email another id, where it writes one; none for a bare component.
 *
 * @throws {Error} when it has an id that is not written out, or its file is no program
 */
export function changeId(
  path: string,
  code: string,
  exportName: string,
  id: string,
): readonly TextEdit[] {
  const definition = findDefinition(parseSourceTree(path, code), exportName);
  const property = definition && findProperty(definition, "id");
  if (!property) return [];
  const { type, start, end } = withoutTypes(property.value);
  const written = code.slice(start, end);
  if ((type === "Literal" || type === "TemplateLiteral") && !written.includes("${")) {
    const quote = written.charAt(0);
    return [{ start, end, text: quote + id + quote }];
  }
  throw new Error(`its id is ${written}, which is not written out as a text; change it by hand`);
}
