import {
  type Element,
  getAttribute,
  ownText,
  removeAttribute,
  removeNode,
  setAttribute,
  setOwnText,
  type Tree,
  visitElements,
} from "./html-tree.ts";
import type { Tally } from "./report.ts";
import { dressInline, dressSheet, type StylePolicy } from "./style-policy.ts";

/** A `style` attribute as a client read it, and what it did not take of it. */
interface Read {
  readonly left: string | null;
  readonly ignored: readonly Parameters<Tally["ignore"]>[];
}

/** Reads every `style` attribute as a client does. The same on the same element is read once. */
export function dressInlineStyles(tree: Tree, policy: StylePolicy, tally: Tally): void {
  const known = new Map<string, Read>();
  visitElements(tree, (element) => {
    const style = getAttribute(element, "style");
    if (style === null) return;
    const key = `${element.tagName} ${style}`;
    const { left, ignored } = known.get(key) ?? readStyle(style, element.tagName, policy);
    known.set(key, { left, ignored });
    for (const what of ignored) tally.ignore(...what);
    if (left === null) removeAttribute(element, "style");
    else if (left !== style) setAttribute(element, "style", left);
  });
}

function readStyle(style: string, tagName: string, policy: StylePolicy): Read {
  const ignored: Parameters<Tally["ignore"]>[] = [];
  const left = dressInline(style, tagName, policy, (...what) => ignored.push(what));
  return { left, ignored };
}

/** Reads one `<style>` as a client does. One that cannot be parsed is left out. */
export function dressStyleElement(element: Element, policy: StylePolicy, tally: Tally): void {
  try {
    setOwnText(element, dressSheet(ownText(element), policy, tally));
  } catch {
    tally.ignore("<style> with an error in it", "html-style");
    removeNode(element);
  }
}

/** Every `<style>` of an email in its order. */
export function findStyles(tree: Tree): readonly Element[] {
  const found: Element[] = [];
  visitElements(tree, (element) => {
    if (element.tagName === "style") found.push(element);
  });
  return found;
}
