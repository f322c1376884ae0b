import { splitDeclarations } from "../../../src/template/css/split-declarations.ts";
import { parseTree, type Tree } from "./parse-tree.ts";

const ownMetas = /^(?:viewport|color-scheme|supported-color-schemes)$/;
const reactMarks = /^(?: |\/?\$[?!~]?|\/?&|F!?|html|head|body)$/;
const padding = /(?:\u034f|[\u00a0\u200b-\u200f\ufeff]){7,}/g;
/** Declarations that hold what may have to be written another way. */
const lowerable = /^(?:color|background|border-radius|box-shadow|transition)/;

/**
 * The tree of an email without what finishing is there to change: React's comments, what it adds
 * to the head and to `html` and `body`, lowered CSS, and the padding behind a preheader.
 */
export function comparableTree(html: string): Tree[] {
  return parseTree(html).flatMap(strip);
}

function strip(tree: Tree): Tree[] {
  if (typeof tree === "string") return [tree.replace(padding, "")];
  const [name, attributes, ...children] = tree;
  if (name === "#comment") {
    const data = attributes.data ?? "";
    return reactMarks.test(data) || data.includes("PixelsPerInch") ? [] : [tree];
  }
  if (name === "meta" && ownMetas.test(attributes.name ?? "")) return [];
  if (name === "link" && attributes.rel === "preload") return [];
  const kept = Object.entries(attributes).flatMap(([key, value]) => {
    if (name === "html" && key.startsWith("xmlns:")) return [];
    if (name === "body" && (key === "lang" || key === "dir")) return [];
    return [[key, key === "style" ? withoutLowerable(value) : value]];
  });
  const inner = name === "style" ? ["css"] : joinTexts(children.flatMap(strip));
  return [[name, Object.fromEntries(kept), ...inner]];
}

function withoutLowerable(style: string): string {
  return splitDeclarations(style)
    .filter((declaration) => !lowerable.test(declaration))
    .join(";");
}

/** Texts that a comment stood between are one. */
function joinTexts(children: readonly Tree[]): Tree[] {
  const joined: Tree[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === "string" && typeof last === "string")
      joined[joined.length - 1] = last + child;
    else if (child !== "") joined.push(child);
  }
  return joined;
}
