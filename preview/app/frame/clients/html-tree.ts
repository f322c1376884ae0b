import { type DefaultTreeAdapterTypes, parse, serialize } from "parse5";

/** Any node of a parsed email. */
type Node = DefaultTreeAdapterTypes.ChildNode;

/** An element of a parsed email. */
export type Element = DefaultTreeAdapterTypes.Element;

/** A parsed email. */
export type Tree = DefaultTreeAdapterTypes.Document;

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Parses an email as browsers do. */
export function parseHtml(html: string): Tree {
  return parse(html);
}

/** Writes a tree as HTML; its doctype, which decides how a browser lays it out, stays. */
export function writeHtml(tree: Tree): string {
  const html = serialize(tree);
  const doctype = tree.childNodes.find((node) => node.nodeName === "#documentType");
  if (!doctype || !("publicId" in doctype) || !doctype.publicId) return html;
  const { name, publicId, systemId } = doctype;
  const whole = `<!DOCTYPE ${name} PUBLIC "${publicId}"${systemId ? ` "${systemId}"` : ""}>`;
  return html.replace(/^<!DOCTYPE[^>]*>/i, whole);
}

/** Gives a document the doctype of HTML 5 in place of its own. */
export function setDoctype(tree: Tree): void {
  const [doctype] = parse("<!DOCTYPE html>").childNodes;
  if (!doctype) return;
  doctype.parentNode = tree;
  const rest = tree.childNodes.filter(({ nodeName }) => nodeName !== "#documentType");
  tree.childNodes = [doctype, ...rest];
}

/** Every element in the order of the document. A child of a removed one is not visited. */
export function visitElements(parent: Parent, visit: (element: Element) => void): void {
  for (const node of [...parent.childNodes]) {
    if (!("tagName" in node)) continue;
    visit(node);
    if (node.parentNode) visitElements(node, visit);
  }
}

/** The first element of a name, or null. */
export function findElement(parent: Parent, tagName: string): Element | null {
  for (const node of parent.childNodes) {
    if (!("tagName" in node)) continue;
    const found = node.tagName === tagName ? node : findElement(node, tagName);
    if (found) return found;
  }
  return null;
}

/** Value of an attribute, or null. */
export function getAttribute({ attrs }: Element, name: string): string | null {
  return attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Sets an attribute. */
export function setAttribute(element: Element, name: string, value: string): void {
  const known = element.attrs.find((attribute) => attribute.name === name);
  if (known) known.value = value;
  else element.attrs.push({ name, value });
}

/** Takes an attribute away. */
export function removeAttribute(element: Element, name: string): void {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
}

/** Takes a node out with all that is in it. */
export function removeNode(node: Node): void {
  const parent = node.parentNode;
  if (!parent) return;
  parent.childNodes = parent.childNodes.filter((child) => child !== node);
  node.parentNode = null;
}

/** Puts what is in an element in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  const at = parent.childNodes.indexOf(element);
  for (const child of element.childNodes) child.parentNode = parent;
  parent.childNodes.splice(at, 1, ...element.childNodes);
  element.parentNode = null;
}

/** Parses a piece and puts it at the end of an element. */
export function appendHtml(element: Element, html: string): void {
  const body = findElement(parse(`<body>${html}`), "body");
  for (const child of body?.childNodes ?? []) {
    child.parentNode = element;
    element.childNodes.push(child);
  }
}

/** The words that stand in an element itself: the rules of a `<style>`. */
export function ownText(element: Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

/** Replaces what stands in an element by words. */
export function setOwnText(element: Element, text: string): void {
  element.childNodes = [{ nodeName: "#text", value: text, parentNode: element }];
}
