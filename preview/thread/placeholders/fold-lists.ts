import { namePath, type PlaceholderNode } from "./node.ts";
import { type Leaf, listKey, type StandIns, type Step, splitAtMarks } from "./stand-ins.ts";

/** A piece of an output: a character, a value, or a list that was folded. */
type Piece =
  | string
  | { readonly leaf: Leaf }
  | { readonly list: readonly Step[]; readonly body: readonly Piece[] };

/**
 * Turns an output with stand-ins into pieces with values and lists: of each list, what stands there
 * for its first item, where its second has the same.
 *
 * @returns the nodes, and what is wrong, a sentence each
 */
export function foldLists(
  output: string,
  { leaves, lists }: StandIns,
): { readonly nodes: readonly PlaceholderNode[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  let pieces = toPieces(output, leaves);
  // Lists within lists first: then those around them hold folded pieces that can be compared.
  for (const key of [...lists].reverse()) pieces = foldList(pieces, key, faults);
  return { nodes: toNodes(pieces, [], faults), faults: [...new Set(faults)] };
}

function toPieces(output: string, leaves: readonly Leaf[]): Piece[] {
  let text = output;
  for (const { standIn, mark } of leaves) text = text.replaceAll(standIn, mark);
  return splitAtMarks(text).flatMap((part, at): readonly Piece[] => {
    if (at % 2 === 0) return part.split("");
    const leaf = leaves[Number(part)];
    return leaf ? [{ leaf }] : [];
  });
}

/** The number of a piece's item in a list, and the same piece of item 0. */
function itemOf(piece: Piece | undefined, key: string): number | undefined {
  if (piece === undefined || typeof piece === "string") return undefined;
  const path = "leaf" in piece ? piece.leaf.path : piece.list;
  for (const [at, step] of path.entries()) {
    if (typeof step === "number" && listKey(path.slice(0, at)) === key) return step;
  }
  return undefined;
}

function foldList(pieces: Piece[], key: string, faults: string[]): Piece[] {
  const folded: Piece[] = [];
  let rest = pieces;
  for (;;) {
    const first = rest.findIndex((piece) => itemOf(piece, key) === 0);
    if (first < 0) break;
    const block = findBlock(rest, first, key);
    const piece = rest[first];
    if (!block) {
      const path = JSON.parse(key) as string[];
      faults.push(
        `${namePath(path)}: its items do not stand there alike, one after the other, so that no block can hold them; give the first, the last and the text between them no treatment of their own`,
      );
      break;
    }
    folded.push(...rest.slice(0, block.start), {
      list: listPathOf(piece, key),
      body: rest.slice(block.start, block.start + block.length),
    });
    rest = rest.slice(block.start + 2 * block.length);
  }
  return [...folded, ...rest];
}

function listPathOf(piece: Piece | undefined, key: string): readonly Step[] {
  if (piece === undefined || typeof piece === "string") return [];
  const path = "leaf" in piece ? piece.leaf.path : piece.list;
  const at = path.findIndex(
    (step, index) => typeof step === "number" && listKey(path.slice(0, index)) === key,
  );
  return path.slice(0, at);
}

/** Where the pieces of item 0 begin and how many they are, where those of item 1 follow at once. */
function findBlock(
  pieces: readonly Piece[],
  first: number,
  key: string,
): { readonly start: number; readonly length: number } | undefined {
  const wanted = pieces[first];
  const second = pieces.findIndex(
    (piece, at) => at > first && itemOf(piece, key) === 1 && isSame(wanted, piece, key),
  );
  if (second < 0) return undefined;
  const length = second - first;
  const matches = (at: number) => at >= 0 && isSame(pieces[at], pieces[at + length], key);
  let from = first;
  while (matches(from - 1) && itemOf(pieces[from - 1], key) === undefined) from -= 1;
  let to = first;
  while (to < pieces.length && matches(to)) to += 1;
  const starts = Array.from({ length: to - from - length + 1 }, (_, at) => from + at).filter(
    (start) => start <= first && start >= 0,
  );
  const start =
    starts.find((at) => isElement(pieces, at, length)) ??
    starts.find((at) => at === 0 || pieces[at - 1] === "\n") ??
    starts.at(-1);
  return start === undefined ? undefined : { start, length };
}

/** Whether two pieces are the same but for the number of the item. */
function isSame(one: Piece | undefined, other: Piece | undefined, key: string): boolean {
  if (one === undefined || other === undefined) return false;
  if (typeof one === "string" || typeof other === "string") return one === other;
  if ("leaf" in one) {
    return "leaf" in other && isSamePath(one.leaf.path, other.leaf.path, key);
  }
  return (
    !("leaf" in other) &&
    isSamePath(one.list, other.list, key) &&
    one.body.length === other.body.length &&
    one.body.every((piece, at) => isSame(piece, other.body[at], key))
  );
}

function isSamePath(one: readonly Step[], other: readonly Step[], key: string): boolean {
  return (
    one.length === other.length &&
    one.every(
      (step, at) =>
        step === other[at] || (typeof step === "number" && listKey(one.slice(0, at)) === key),
    )
  );
}

const tags = /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/gi;
const voids = /^(?:area|br|col|hr|img|input|link|meta|wbr)$/i;

/** Whether pieces begin with a tag and close all that they open. */
function isElement(pieces: readonly Piece[], start: number, length: number): boolean {
  if (pieces[start] !== "<" || pieces[start + 1] === "/") return false;
  const text = pieces
    .slice(start, start + length)
    .map((piece) => (typeof piece === "string" ? piece : "_"))
    .join("");
  const open: string[] = [];
  for (const [, isEnd, name = "", isClosed] of text.matchAll(tags)) {
    if (isClosed || voids.test(name)) continue;
    if (!isEnd) open.push(name.toLowerCase());
    else if (open.pop() !== name.toLowerCase()) return false;
  }
  return open.length === 0;
}

function toNodes(
  pieces: readonly Piece[],
  inside: readonly string[],
  faults: string[],
): readonly PlaceholderNode[] {
  const nodes: PlaceholderNode[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") nodes.push({ kind: "text", text });
    text = "";
  };
  for (const piece of pieces) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    flush();
    if ("leaf" in piece) {
      const { path } = piece.leaf;
      const stray = path.findIndex(
        (step, at) => typeof step === "number" && !inside.includes(listKey(path.slice(0, at))),
      );
      if (stray >= 0) {
        faults.push(
          `${namePath(path)}: one item of the list stands there by itself; give it a prop of its own`,
        );
      }
      nodes.push({ kind: "value", path: keysOf(path) });
      continue;
    }
    const body = toNodes(piece.body, [...inside, listKey(piece.list)], faults);
    nodes.push({ kind: "list", path: keysOf(piece.list), body });
  }
  flush();
  return nodes;
}

function keysOf(path: readonly Step[]): readonly string[] {
  return path.filter((step) => typeof step === "string");
}
