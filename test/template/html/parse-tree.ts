import { parse } from "parse5";

/** A node in brief: text, or a name with its attributes and children. */
export type Tree = string | readonly [name: string, attributes: Record<string, string>, ...Tree[]];

interface ParsedNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly data?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly ParsedNode[];
}

/** The tree that a browser builds from HTML, with scripts switched off as in mail. */
export function parseTree(html: string): Tree[] {
  return toTrees(parse(html, { scriptingEnabled: false }) as unknown as ParsedNode);
}

function toTrees(parent: ParsedNode): Tree[] {
  const trees: Tree[] = [];
  for (const node of parent.childNodes ?? []) {
    if (node.nodeName === "#text") {
      // React's comments split one text into several.
      const last = trees.at(-1);
      if (typeof last === "string") trees[trees.length - 1] = last + node.value;
      else trees.push(node.value ?? "");
    } else if (node.nodeName === "#comment") {
      trees.push(["#comment", { data: node.data ?? "" }]);
    } else if (node.nodeName !== "#documentType") {
      const attributes = Object.fromEntries(
        (node.attrs ?? []).map(({ name, value }) => [name, value]),
      );
      trees.push([node.nodeName, attributes, ...toTrees(node)]);
    }
  }
  return trees;
}
