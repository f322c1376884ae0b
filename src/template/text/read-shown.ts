import { getAttribute } from "../html/attributes.ts";
import { blockElements } from "../html/elements.ts";
import type { VisibleElement, VisibleNode } from "../html/visible-tree.ts";
import { hasText } from "./has-text.ts";
import { type LinkAddress, readAddress } from "./link-address.ts";
import { isStruckOut, isSuperscript } from "./write-marked.ts";

/** What the HTML shows that a text has to say. */
export interface Shown {
  /** Without superscripts. */
  text: string;
  readonly links: LinkAddress[];
  readonly codes: string[];
  readonly superscripts: { readonly text: string; readonly before: string }[];
  readonly struckOut: string[];
  readonly images: string[];
  /** Paragraphs that follow each other. */
  readonly paragraphs: (readonly [string, string])[];
  rules: number;
}

const codeElements = /^(?:code|kbd|samp)$/;
const paragraph = /^(?:p|h[1-6])$/;

/** Reads what nodes show. */
export function readShown(nodes: readonly VisibleNode[]): Shown {
  const shown: Shown = {
    text: "",
    ...{ links: [], codes: [], superscripts: [], struckOut: [], images: [], paragraphs: [] },
    rules: 0,
  };
  read(nodes, shown, true);
  return shown;
}

function read(nodes: readonly VisibleNode[], shown: Shown, tellsImages: boolean): void {
  let before: string | undefined;
  for (const node of nodes) {
    if (typeof node === "string") {
      shown.text += node;
      if (node.trim() !== "") before = undefined;
      continue;
    }
    const start = shown.text.length;
    readElement(node, shown, tellsImages);
    const text = paragraph.test(node.name) ? shown.text.slice(start).trim() : "";
    if (text !== "" && before !== undefined && !hasImageAt(node, 0)) {
      shown.paragraphs.push([before, text]);
    }
    before = text === "" || hasImageAt(node, -1) ? undefined : text;
  }
}

/** Whether an element begins (0) or ends (-1) with an image, whose words stand in the text between its own and a neighbour's. */
function hasImageAt(element: VisibleElement, end: 0 | -1): boolean {
  const node = element.children
    .filter((child) => typeof child !== "string" || child.trim() !== "")
    .at(end);
  return typeof node === "object" && (node.name === "img" || hasImageAt(node, end));
}

function readElement(node: VisibleElement, shown: Shown, tellsImages: boolean): void {
  const { name, token } = node;
  const address = name === "a" ? readAddress(node) : undefined;
  if (address) shown.links.push(address);
  const isApart = blockElements.has(name) || name === "br";
  if (isApart) shown.text += "\n";
  if (name === "hr") shown.rules++;
  if (name === "img") {
    // An image parts what stands on both sides of it.
    shown.text += "\n";
    const alternative = getAttribute(token, "alt")?.trim();
    if (alternative && tellsImages) shown.images.push(alternative);
  }
  const start = shown.text.length;
  read(node.children, shown, tellsImages && !(address && hasText(node.children)));
  const own = shown.text.slice(start);
  if (codeElements.test(name)) shown.codes.push(...own.split("\n"));
  if (address?.kind === "phone" && /\p{Nd}/u.test(own)) shown.codes.push(own.trim());
  if (isStruckOut(node) && own.trim() !== "") shown.struckOut.push(own.trim());
  if (isSuperscript(node) && /^\s*\p{Nd}/u.test(own)) {
    shown.superscripts.push({ text: own.trim(), before: shown.text.slice(0, start).slice(-40) });
    shown.text = shown.text.slice(0, start);
  }
  if (isApart) shown.text += "\n";
}
