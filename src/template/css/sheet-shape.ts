/** What a style sheet is like, read from its text alone. */
export interface SheetShape {
  /** How many blocks stand in each other at the deepest place. */
  readonly depth: number;
  /** Whether a rule stands in a rule, or an at-rule in a rule. */
  readonly isNested: boolean;
  /** Whether a media rule stands in a media rule. */
  readonly hasNestedMedia: boolean;
  /**
   * Length of all selectors and media queries once nothing nests, in UTF-16 units:
   * `a,b{c,d{}}` has `a,b` and `a c,a d,b c,b d`. An estimate, never far too low.
   */
  readonly flatLength: number;
}

interface Block {
  readonly kind: "rule" | "media" | "at-rule";
  /** How many selectors stand for this block once it is flat, and how long each is. */
  readonly selectors: number;
  readonly selectorLength: number;
  /** The same of its media queries. */
  readonly queries: number;
  readonly queryLength: number;
}

const outermost: Block = {
  kind: "at-rule",
  selectors: 1,
  selectorLength: 0,
  queries: 1,
  queryLength: 0,
};

/** Above it a number says no more than that it is too much. */
const enough = 1e9;

/** Strings and comments, and what a block or a declaration ends with. */
const part =
  /"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|\/\*[\s\S]*?(?:\*\/|$)|\\[\s\S]|[{};]/g;

/**
 * Reads the shape of a style sheet in one pass, so that a parser need not be trusted with one that
 * would take it seconds, or its stack: a list of two selectors, nested twenty times, is a million.
 */
export function readSheetShape(css: string): SheetShape {
  const stack: Block[] = [];
  let depth = 0;
  let isNested = false;
  let hasNestedMedia = false;
  let flatLength = 0;
  let start = 0;
  for (const { 0: text, index } of css.matchAll(part)) {
    if (text === "{") {
      const block = openBlock(css.slice(start, index), stack);
      if (stack.some(({ kind }) => kind === "rule")) isNested = true;
      if (block.kind === "media" && stack.at(-1)?.kind === "media") hasNestedMedia = true;
      if (block.kind === "rule") flatLength += block.selectors * block.selectorLength;
      if (block.kind === "media") flatLength += block.queries * block.queryLength;
      stack.push(block);
      depth = Math.max(depth, stack.length);
    } else if (text === "}") {
      stack.pop();
    } else if (text !== ";") {
      continue;
    }
    start = index + 1;
    // What comes is refused by its depth or its size already.
    if (depth > 1000 || flatLength > enough) break;
  }
  return { depth, isNested, hasNestedMedia, flatLength };
}

function openBlock(prelude: string, stack: readonly Block[]): Block {
  const outer = stack.at(-1) ?? outermost;
  const own = prelude.split(",").length;
  const length = prelude.length / own;
  if (/^\s*@media\b/i.test(prelude)) {
    const queries = Math.min(enough, own * outer.queries);
    return { ...outer, kind: "media", queries, queryLength: length + outer.queryLength };
  }
  if (/^\s*@/.test(prelude)) return { ...outer, kind: "at-rule" };
  // Each `&` stands for the whole list around it.
  const references = Math.max(1, prelude.split("&").length - 1);
  return {
    ...outer,
    kind: "rule",
    selectors: Math.min(enough, own * outer.selectors ** Math.min(references, 30)),
    selectorLength: Math.min(enough, length + references * outer.selectorLength),
  };
}
