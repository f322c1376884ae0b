import type { MarkedElement } from "../../protocol/index.ts";
import { childrenOf, localNameOf } from "../frame/email-dom.ts";
import { findTwin, type TreeElement } from "../reading/inspect/places.ts";

/** All elements of an email's HTML, in their order, as the server counts them. */
export function parseForMarks(html: string): readonly Element[] {
  // A parsed document that is never shown: it loads nothing and runs nothing.
  const { documentElement } = new DOMParser().parseFromString(html, "text/html");
  return inOrder(documentElement);
}

function inOrder(root: Element): readonly Element[] {
  const all: Element[] = [];
  const waiting = [root];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    all.push(one);
    waiting.push(...childrenOf(one).toReversed());
  }
  return all;
}

/**
 * The element of a shown document that a finding is about, or the nearest around it where a client
 * leaves it out; null where it is none of the body.
 */
export function findMarked<Kind extends TreeElement>(
  { index, name }: MarkedElement,
  parsed: readonly TreeElement[],
  body: Kind,
): Kind | null {
  const element = parsed[index];
  if (!element || localNameOf(element) !== name) return null;
  return findTwin(element, body) as Kind | null;
}
