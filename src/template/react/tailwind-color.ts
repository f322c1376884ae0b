/** A node of css-tree, in as far as colours consist of them. */
interface CssNode {
  readonly type?: string;
  readonly name?: string;
  readonly property?: string;
  readonly value?: string | number | CssNode;
  readonly unit?: string;
  readonly children?: { toArray?(): readonly CssNode[] } | null;
}

/**
 * What React Email's `Tailwind` could not read: a colour that holds a variable, as in
 * `rgb(var(--edge) / <alpha-value>)`. Mail clients know no variables, so that it puts values in, and
 * fails where there are none.
 *
 * @returns the colour, its property and what would fix it; undefined for every other failure
 */
export function explainTailwindColor(cause: object): string | undefined {
  const { message, cause: node } = cause as { message?: unknown; cause?: CssNode };
  if (!/^Could not determine the parameters of an? \w+\(\) function/.test(String(message))) {
    return undefined;
  }
  if (typeof node !== "object" || node?.type !== "Declaration") return undefined;
  const color = print(node.value as CssNode).trim();
  const variable = /var\((--[\w-]+)/.exec(color)?.[1];
  const reason =
    variable === undefined
      ? "holds no numbers that it can read"
      : `holds the variable ${variable}, and variables have to be resolved in mail`;
  return `Tailwind's colour "${color}", used for ${node.property}, ${reason}; give the colour as a value in Tailwind's config, such as "#0a141e"`;
}

function print(node: CssNode | string | number | undefined): string {
  if (typeof node !== "object") return String(node ?? "");
  const children = (node.children?.toArray?.() ?? []).map(print);
  switch (node.type) {
    case "Function":
      return `${node.name}(${children.join(" ").replace(/ , /g, ", ").trim()})`;
    case "Dimension":
      return `${print(node.value)}${node.unit}`;
    case "Percentage":
      return `${print(node.value)}%`;
    case "Hash":
      return `#${print(node.value)}`;
    case "Value":
      return children.join(" ");
    default:
      return node.name ?? print(node.value);
  }
}
