import type { VisibleNode } from "../html/visible-tree.ts";

/** Nodes beside each other that belong together. */
export interface NodeRun<Kind extends string> {
  readonly kind: Kind;
  readonly nodes: readonly [VisibleNode, ...VisibleNode[]];
}

/**
 * Groups nodes that stand beside each other by their kind. White space between runs is left out.
 *
 * @param kindOf `isAlone` for nodes of which each is a run of its own
 */
export function groupRuns<Kind extends string>(
  nodes: readonly VisibleNode[],
  kindOf: (node: VisibleNode) => { readonly kind: Kind; readonly isAlone: boolean },
): NodeRun<Kind>[] {
  const runs: { readonly kind: Kind; readonly nodes: [VisibleNode, ...VisibleNode[]] }[] = [];
  let isOpen = false;
  for (const node of nodes) {
    const { kind, isAlone } = kindOf(node);
    const last = runs.at(-1);
    if (typeof node === "string" && node.trim() === "") {
      if (isOpen && last?.kind === kind) last.nodes.push(node);
    } else if (isOpen && !isAlone && last?.kind === kind) {
      last.nodes.push(node);
    } else {
      runs.push({ kind, nodes: [node] });
      isOpen = !isAlone;
    }
  }
  return runs;
}
