import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** An element of a rendered email. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** From the document down to the parent. */
  readonly ancestors: readonly Element[];
  readonly text: string;
}

const unseen = new Set(["head", "style", "script", "title"]);
const inline = new Set(["a", "b", "bdi", "em", "i", "span", "strong"]);

/** Every element of a document, in order. */
export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode, ancestors: readonly Element[]): void => {
    for (const child of node.childNodes) {
      if (!("tagName" in child)) continue;
      const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
      const element = { tag: child.tagName, attributes, ancestors, text: squeeze(textOf(child)) };
      found.push(element);
      visit(child, [...ancestors, element]);
    }
  };
  visit(parse(html), []);
  return found;
}

/** What a reader sees of a document, in one line; hidden parts, such as the preheader, left out. */
export function visibleText(html: string): string {
  return squeeze(textOf(parse(html), true));
}

/** The first hidden text of the body: what an inbox shows behind the subject. */
export function preheaderOf(html: string): string {
  const hidden = elementsOf(html).find(({ attributes }) => isHidden(attributes.style));
  return (hidden?.text ?? "").replace(/(?:\s|\p{Cf}|\u034f)+$/u, "");
}

/** Folds white space, as a browser does. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isHidden(style: string | undefined): boolean {
  return /display:\s*none/.test(style ?? "");
}

function textOf(node: DefaultTreeAdapterTypes.Node, seenOnly = false): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  if ("tagName" in node && seenOnly) {
    const style = node.attrs.find(({ name }) => name === "style")?.value;
    if (unseen.has(node.tagName) || isHidden(style)) return "";
  }
  const text = node.childNodes.map((child) => textOf(child, seenOnly)).join("");
  return "tagName" in node && !inline.has(node.tagName) ? ` ${text} ` : text;
}
