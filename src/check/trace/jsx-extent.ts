/** Where a JSX element stands in a source; offsets in UTF-16 units. */
export interface JsxExtent {
  /** Of its `<`. */
  readonly start: number;
  /** Behind its name: where an attribute can be put. */
  readonly nameEnd: number;
  /** Of the `>` or `/>` that ends the open tag. */
  readonly tagEnd: number;
  /** Behind the whole element. */
  readonly end: number;
  readonly name: string;
}

/** Offset of a place, which is counted from 1; undefined where the source has no such line. */
export function offsetOf(code: string, line: number, column: number): number | undefined {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = code.indexOf("\n", start);
    if (next < 0) return undefined;
    start = next + 1;
  }
  return start + column - 1;
}

/** Place of an offset, counted from 1. */
export function placeOf(code: string, offset: number): { line: number; column: number } {
  const before = code.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

/** Reads the JSX element that begins at an offset; undefined where none does. */
export function readJsx(code: string, start: number): JsxExtent | undefined {
  const name = /^<([A-Za-z][\w.$-]*)/.exec(code.slice(start, start + 80))?.[1];
  if (name === undefined) return undefined;
  const nameEnd = start + 1 + name.length;
  const closing = findTagEnd(code, nameEnd);
  if (closing === undefined) return undefined;
  const isEmpty = code[closing - 1] === "/";
  const tagEnd = isEmpty ? closing - 1 : closing;
  return {
    start,
    nameEnd,
    tagEnd,
    end: isEmpty ? closing + 1 : findEnd(code, closing + 1, name),
    name,
  };
}

/** Offset of the `>` of an open tag: not one in a string, an expression or an arrow. */
function findTagEnd(code: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const character = code[at];
    if (character === '"' || character === "'" || (character === "`" && depth > 0)) {
      const end = findQuote(code, at);
      if (end < 0) return undefined;
      at = end;
    } else if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === ">" && depth === 0) return at;
  }
  return undefined;
}

function findQuote(code: string, at: number): number {
  const quote = code[at];
  for (let end = at + 1; end < code.length; end++) {
    if (code[end] === "\\") end++;
    else if (code[end] === quote) return end;
  }
  return -1;
}

/** Behind the end tag of an element whose content begins at an offset. */
function findEnd(code: string, from: number, name: string): number {
  const plain = name.replace(/[.$]/g, "\\$&");
  const tags = new RegExp(`<(/?)${plain}(?![\\w.$-])`, "g");
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(code); match; match = tags.exec(code)) {
    if (match[1] === "/") depth--;
    else if (code[(findTagEnd(code, tags.lastIndex) ?? 0) - 1] !== "/") depth++;
    if (depth === 0) return code.indexOf(">", match.index) + 1;
  }
  return code.length;
}
