import type { PropType } from "../../../protocol/props/prop-type.ts";
import { findPropsType } from "./find-component.ts";
import { readType } from "./read-type.ts";
import { readSourceTree } from "./source-file.ts";

/**
 * What the TypeScript in an email's file, and in the files it imports by a relative path, says of
 * the component's props. Reads the program, runs nothing, and knows the types that one writes down:
 * object types, interfaces, lists, unions, the usual helpers. Whatever else there is stays unknown.
 *
 * @param exportName which export of the file the email is
 * @returns `undefined` when the file does not tell
 */
export function readComponentType(path: string, exportName = "default"): PropType | undefined {
  const tree = readSourceTree(path);
  const written = tree && findPropsType(tree, exportName);
  return written && readType(written.type, written.tree);
}
