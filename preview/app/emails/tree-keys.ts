import type { TreeRow } from "./tree.ts";

/** What an arrow key does: the focus moves, or a folder folds. */
export type TreeMove =
  | { readonly kind: "focus"; readonly index: number }
  | { readonly kind: "fold"; readonly open: boolean };

/**
 * Reads a key as WAI-ARIA's tree pattern does. Null when the tree has no use for it.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function moveInTree(rows: readonly TreeRow[], at: number, key: string): TreeMove | null {
  const row = rows[at];
  if (!row) return null;
  const focus = (index: number): TreeMove | null =>
    index >= 0 && index < rows.length && index !== at ? { kind: "focus", index } : null;
  const isFolder = row.node.kind === "folder";
  switch (key) {
    case "ArrowDown":
      return focus(at + 1);
    case "ArrowUp":
      return focus(at - 1);
    case "Home":
      return focus(0);
    case "End":
      return focus(rows.length - 1);
    case "ArrowRight":
      if (!isFolder) return null;
      return row.expanded ? focus(at + 1) : { kind: "fold", open: true };
    case "ArrowLeft":
      if (isFolder && row.expanded) return { kind: "fold", open: false };
      return focus(rows.findLastIndex((above, index) => index < at && above.level < row.level));
    default:
      return null;
  }
}
