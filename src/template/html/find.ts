import { voidElements } from "./elements.ts";
import type { HtmlDocument, Token } from "./token.ts";

/** The first open tag of a name; undefined when there is none. */
export function findOpen(document: HtmlDocument, name: string): Token | undefined {
  return document.tokens.find((token) => token.type === "open" && token.name === name);
}

/**
 * Index of the token that ends the element which begins at `start`: its close tag, itself for a
 * void element, the last token where it is never closed.
 */
export function findElementEnd(tokens: readonly Token[], start: number): number {
  const { name } = tokens[start] as Token;
  if (voidElements.has(name)) return start;
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.name !== name) continue;
    if (token.type === "open") depth++;
    else if (token.type === "close" && --depth === 0) return at;
  }
  return tokens.length - 1;
}
