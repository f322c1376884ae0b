import type { ElementPlace } from "../../../protocol/index.ts";
import { attributeOf, childrenOf, localNameOf, parentOf } from "../../frame/email-dom.ts";

/** The part of an element that finding its like needs. */
export interface TreeElement {
  readonly localName: string;
  readonly parentElement: TreeElement | null;
  readonly children: ArrayLike<TreeElement>;
  getAttribute(name: string): string | null;
}

const placeAttribute = "data-letterpress-place";

/**
 * The element in a second document that stands where this one stands in the first: as deep as the two
 * are alike below their bodies. Null when the element is not in its body.
 */
export function findTwin(element: TreeElement, twinBody: TreeElement): TreeElement | null {
  const path: number[] = [];
  let one: TreeElement = element;
  while (localNameOf(one) !== "body") {
    const parent = parentOf(one);
    if (!parent) return null;
    path.unshift(childrenOf(parent).indexOf(one));
    one = parent;
  }
  // Going up again from the element, to compare names on the way down.
  const names = namesDown(element);
  let twin = twinBody;
  for (const [step, index] of path.entries()) {
    const child = childrenOf(twin)[index];
    if (!child || localNameOf(child) !== names[step]) break;
    twin = child;
  }
  return twin;
}

/** Index of the place that an element comes from, or the nearest around it. */
export function placeOf(element: TreeElement | null): number | null {
  for (let one = element; one; one = parentOf(one)) {
    const index = attributeOf(one, placeAttribute);
    if (index !== null) return Number(index);
  }
  return null;
}

/** A place and where each component around it is used, from the inside out. */
export function chainOf(places: readonly ElementPlace[], index: number): readonly ElementPlace[] {
  const chain: ElementPlace[] = [];
  for (let at: number | null = index; at !== null; ) {
    const one: ElementPlace | undefined = places[at];
    if (!one || chain.includes(one)) break;
    chain.push(one);
    at = one.usedAt;
  }
  return chain;
}

/** `<Button>` */
export function tagOf({ name }: ElementPlace): string {
  return `<${name}>`;
}

/** `orders/receipt.tsx:42`: the file without the emails folder, where it is in there. */
export function describePlace({ place }: ElementPlace, emailsFolder: string): string {
  const prefix = `${emailsFolder}/`;
  const file = place.file.startsWith(prefix) ? place.file.slice(prefix.length) : place.file;
  return `${file}:${place.line}`;
}

/** Lines of a file around one of them, that one marked. */
export function linesAround(
  code: string,
  line: number,
  around: number,
): readonly { readonly number: number; readonly text: string; readonly isIt: boolean }[] {
  const first = Math.max(1, line - around);
  return code
    .split("\n")
    .slice(first - 1, line + around)
    .map((text, index) => ({ number: first + index, text, isIt: first + index === line }));
}

function namesDown(element: TreeElement): readonly string[] {
  const names: string[] = [];
  for (let one: TreeElement | null = element; one && localNameOf(one) !== "body"; ) {
    names.unshift(localNameOf(one));
    one = parentOf(one);
  }
  return names;
}
