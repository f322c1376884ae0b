import { splitDeclarations } from "../../../src/template/css/split-declarations.ts";
import { parseTree, type Tree } from "./parse-tree.ts";

const ownMetas = /^(?:viewport|color-scheme|supported-color-schemes)$/;
const reactMarks = /^(?: |\/?\$[?!~]?|\/?&|F!?|html|head|body)$/;
const padding = /(?:\u034f|[\u00a0\u200b-\u200f\ufeff]){7,}/g;
/** Declarations that hold what may have to be written another way. */
const lowerable = /^(?:color|background|border-radius|border-color|box-shadow|transition)/;

/**
 * The tree of an email without what finishing is there to change: React's comments, what it adds
 * to the head and to `html` and `body`, lowered CSS, and the padding behind a preheader.
 */
export function comparableTree(html: string): Tree[] {
  return parseTree(html).flatMap((tree) => strip(tree));
}

/** What `Column` writes for style sheets of the author's. */
const columnMark = "__react-email-column";

function strip(tree: Tree, path = ""): Tree[] {
  if (typeof tree === "string") return [tree.replace(padding, "")];
  const [name, attributes, ...children] = tree;
  if (name === "#comment") {
    const data = attributes.data ?? "";
    return reactMarks.test(data) || data.includes("PixelsPerInch") ? [] : [tree];
  }
  if (name === "meta" && ownMetas.test(attributes.name ?? "")) return [];
  if (name === "style" && children.length === 0) return [];
  if (name === "link" && attributes.rel === "preload") return [];
  const kept = Object.entries(attributes).flatMap(([key, value]) => {
    if (name === "html" && key.startsWith("xmlns:")) return [];
    const isLanguage = key === "lang" || key === "dir";
    if (isLanguage && (name === "body" || path.endsWith("/body"))) return [];
    if (key === "dir" && (name === "bdi" || name === "span")) return [];
    if (key === "class" && name === "td" && path.endsWith("/body/table/tbody/tr")) return [];
    if (key === "data-id" && value === columnMark) return [];
    const written = key === "style" ? computed(value) : value;
    return written === "" && key === "style" ? [] : [[key, written]];
  });
  const inner =
    name === "style"
      ? ["css"]
      : joinTexts(children.flatMap((child) => strip(child, `${path}/${name}`)));
  return [[name === "bdi" ? "span" : name, Object.fromEntries(kept), ...inner]];
}

/** What a style comes to: each property once, a box by its sides, and nothing that may be lowered. */
function computed(style: string): string {
  const values = new Map<string, string>();
  for (const declaration of splitDeclarations(style)) {
    const colon = declaration.indexOf(":");
    if (colon < 0 || lowerable.test(declaration.trim())) continue;
    const name = declaration.slice(0, colon).trim();
    const value = declaration
      .slice(colon + 1)
      .trim()
      .replaceAll('"', "'");
    const parts = value.split(" ").map((part) => (part === "0px" ? "0" : part));
    const [top, right = top, bottom = top, left = right] = parts;
    if (name !== "margin" && name !== "padding") {
      values.set(name, parts.join(" "));
      continue;
    }
    for (const [side, part] of Object.entries({ top, right, bottom, left })) {
      values.set(`${name}-${side}`, part ?? "");
    }
  }
  return [...values].sort().join(";");
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
