/** A node of a parsed program, as far as all nodes are alike. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Calls back with a node and all that it holds, from the outside in. */
export function visitNodes(node: SyntaxNode, tell: (node: SyntaxNode) => void): void {
  tell(node);
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (isSyntaxNode(one)) visitNodes(one, tell);
    }
  }
}

/** Whether a value is a node. */
export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value;
}
