import type { VisibleNode } from "../html/visible-tree.ts";
import { plainCharacters } from "./characters.ts";

/** Whether there is anything to read in nodes, images apart. */
export function hasText(nodes: readonly VisibleNode[]): boolean {
  return nodes.some((node) =>
    typeof node === "string" ? plainCharacters(node).trim() !== "" : hasText(node.children),
  );
}
