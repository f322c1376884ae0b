import { voidElements } from "./elements.ts";
import type { Token } from "./token.ts";

/**
 * Which end tag belongs to which open tag as they are written, before a parser ends or moves
 * anything: every component closes what it opens, so this is the tree that its author had in mind.
 *
 * @returns for each token the index of its end tag; -1 where it has none, or is no open tag
 */
export function matchTags(tokens: readonly Token[]): Int32Array {
  const ends = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { type, name } = tokens[at] as Token;
    if (type === "open" && !voidElements.has(name)) open.push(at);
    if (type !== "close") continue;
    const depth = open.findLastIndex((start) => tokens[start]?.name === name);
    if (depth < 0) continue;
    ends[open[depth] as number] = at;
    open.length = depth;
  }
  return ends;
}
