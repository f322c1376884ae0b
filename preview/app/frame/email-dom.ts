/**
 * How the page reads and changes a document that someone else wrote. An element named
 * `querySelector` hides that method of its document, a field named `style` that of its form (HTML,
 * "Named access on the Document object", "The form element"). What is asked here is therefore
 * taken from this window's own classes, which know the elements of a frame too.
 */

/** Anything below the classes whose members are taken. */
type Named = Readonly<Record<string, unknown>>;

/** Classes that hold the members. */
type Owner = "Document" | "Node" | "Element" | "HTMLElement" | "SVGElement" | "EventTarget";

/** A member as the browser defines it; a program without such classes has nothing that hides one. */
function memberOf(owner: Owner, name: string): PropertyDescriptor | undefined {
  const found = (globalThis as unknown as Record<Owner, { prototype: object } | undefined>)[owner];
  return found && Object.getOwnPropertyDescriptor(found.prototype, name);
}

function get<Value>(owner: Owner, target: object, name: string): Value {
  const getter = memberOf(owner, name)?.get;
  return (getter ? getter.call(target) : (target as Named)[name]) as Value;
}

function call<Value>(owner: Owner, target: object, name: string, ...args: unknown[]): Value {
  const method = memberOf(owner, name)?.value ?? (target as Named)[name];
  return method.apply(target, args) as Value;
}

/** The `<html>` of a document. */
export function rootOf(document: Document): HTMLElement | null {
  return get("Document", document, "documentElement");
}

/** A document as HTML, as it stands now, after `change` was made to a copy of it. */
export function writeDocument(document: Document, change: (copy: Element) => void): string {
  const root = rootOf(document);
  if (!root) return "";
  const copy = call<Element>("Node", root, "cloneNode", true);
  change(copy);
  const { doctype } = document;
  return (doctype ? "<!DOCTYPE html>" : "") + get<string>("Element", copy, "outerHTML");
}

/** The `<body>` of a document; null while there is none. */
export function bodyOf(document: Document): HTMLElement | null {
  return get("Document", document, "body");
}

/** The window that shows a document. */
export function viewOf(document: Document): Window | null {
  return get("Document", document, "defaultView");
}

/** Whether a document is read to its end. */
export function isParsed(document: Document): boolean {
  return get("Document", document, "readyState") !== "loading";
}

/** The `<img>` elements of a document. */
export function imagesOf(document: Document): readonly HTMLImageElement[] {
  return [...get<Iterable<HTMLImageElement>>("Document", document, "images")];
}

/** The style sheets of a document. */
export function styleSheetsOf(document: Document): readonly CSSStyleSheet[] {
  return [...get<Iterable<CSSStyleSheet>>("Document", document, "styleSheets")];
}

/** The first element of a document that a selector fits. */
export function findIn(document: Document, selector: string): Element | null {
  return call("Document", document, "querySelector", selector);
}

/** All elements of a document that a selector fits. */
export function findAllIn(document: Document, selector: string): readonly HTMLElement[] {
  return [...call<Iterable<HTMLElement>>("Document", document, "querySelectorAll", selector)];
}

/** The element that a fragment of an address leads to. */
export function findAnchor(document: Document, name: string): Element | null {
  const byId = call<Element | null>("Document", document, "getElementById", name);
  return (
    byId ?? call<ArrayLike<Element>>("Document", document, "getElementsByName", name)[0] ?? null
  );
}

/** A walk through the texts below an element, in their order. */
export function walkTexts(root: HTMLElement): TreeWalker {
  const document = get<Document>("Node", root, "ownerDocument");
  return call("Document", document, "createTreeWalker", root, NodeFilter.SHOW_TEXT);
}

/** All elements below one that a selector fits. */
export function findAllBelow(element: Element, selector: string): readonly Element[] {
  return [...call<Iterable<Element>>("Element", element, "querySelectorAll", selector)];
}

/** Value of an attribute, or null. */
export function attributeOf(element: object, name: string): string | null {
  return call("Element", element, "getAttribute", name);
}

/** Sets an attribute; null takes it away. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) call("Element", element, "removeAttribute", name);
  else call("Element", element, "setAttribute", name, value);
}

/** Whether a selector fits an element. */
export function matches(element: Element, selector: string): boolean {
  return call("Element", element, "matches", selector);
}

/** The nearest element that a selector fits, from this one on outwards. */
export function closestOf(element: Element, selector: string): Element | null {
  return call("Element", element, "closest", selector);
}

/** Name of an element in small letters, as `body`. */
export function localNameOf(element: object): string {
  return get("Element", element, "localName");
}

/** Whether one writes in an element that is no field. */
export function isEditable(element: Element): boolean {
  try {
    return get("HTMLElement", element, "isContentEditable");
  } catch {
    // Of SVG or MathML, where nothing is written.
    return false;
  }
}

/** The element around a node. */
export function parentOf<Kind extends object>(node: Kind): Kind | null {
  return get("Node", node, "parentElement");
}

/** The elements in an element. */
export function childrenOf<Kind extends object>(element: Kind): readonly Kind[] {
  return Array.from(get<ArrayLike<Kind>>("Element", element, "children"));
}

/** The element that stands beside another, or first in it. */
export function neighbourOf(
  element: Element,
  where: "firstElementChild" | "nextElementSibling" | "previousElementSibling",
): Element | null {
  return get("Element", element, where);
}

/** All words in an element. */
export function wordsOf(element: Element): string {
  return get<string | null>("Node", element, "textContent") ?? "";
}

/** Whether a node is part of a document still. */
export function isInDocument(node: Node): boolean {
  return get("Node", node, "isConnected");
}

/** The frame that shows an element. */
export function frameOf(element: Element): HTMLIFrameElement | null {
  const document = get<Document>("Node", element, "ownerDocument");
  return (viewOf(document)?.frameElement ?? null) as HTMLIFrameElement | null;
}

/** Where an element is in its own window, px. */
export function rectOf(element: Element): DOMRect {
  return call("Element", element, "getBoundingClientRect");
}

/** Scrolls until an element is seen. */
export function scrollTo(element: Element, options?: ScrollIntoViewOptions): void {
  call("Element", element, "scrollIntoView", options);
}

/** The style that stands at an element itself; null where there can be none, as in MathML. */
export function ownStyleOf(element: Element): CSSStyleDeclaration | null {
  const isSvg = get<string | null>("Element", element, "namespaceURI") === svg;
  try {
    return get(isSvg ? "SVGElement" : "HTMLElement", element, "style");
  } catch {
    return null;
  }
}

const svg = "http://www.w3.org/2000/svg";

/** The element that an event is about. Those of a frame are of another realm, that `instanceof` does not know. */
export function elementOf({ target }: Pick<Event, "target">): Element | null {
  const isElement = target !== null && "nodeType" in target && nodeTypeOf(target) === 1;
  return isElement ? (target as Element) : null;
}

/** A window is no node, and has no type of one. */
function nodeTypeOf(target: object): number | null {
  try {
    return get("Node", target, "nodeType");
  } catch {
    return null;
  }
}

/** Listens to a document, a window or an element. */
export function listen<Heard extends Event>(
  target: EventTarget,
  type: string,
  heard: (event: Heard) => void,
  options?: AddEventListenerOptions | boolean,
): void {
  call("EventTarget", target, "addEventListener", type, heard, options);
}

/** Listens no more. */
export function unlisten<Heard extends Event>(
  target: EventTarget,
  type: string,
  heard: (event: Heard) => void,
  options?: EventListenerOptions | boolean,
): void {
  call("EventTarget", target, "removeEventListener", type, heard, options);
}
