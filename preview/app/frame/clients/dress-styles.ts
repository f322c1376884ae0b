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

/** Reads every `style` attribute as a client does. */
export function dressInlineStyles(tree: Tree, policy: StylePolicy, tally: Tally): void {
  visitElements(tree, (element) => {
    const style = getAttribute(element, "style");
    if (style === null) return;
    const left = dressInline(style, element.tagName, policy, tally);
    if (left === null) removeAttribute(element, "style");
    else if (left !== style) setAttribute(element, "style", left);
  });
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
