import { textWidth } from "./characters.ts";

/** One cell of a table row. */
export interface Cell {
  /** Its lines, at least one unless the cell is empty. */
  readonly lines: readonly string[];
  /** How many columns it spans. */
  readonly span: number;
  readonly align: "start" | "end";
  /** Whether it holds but pictures. */
  readonly isPicture?: boolean | undefined;
}

/**
 * One line of the text, in the making. A `flow` line may be wrapped, a `fixed` one not; a `row` is
 * written out once it is known which rows stand beside it.
 */
export interface Line {
  readonly kind: "flow" | "fixed" | "row";
  readonly text: string;
  /** Only for a row. */
  readonly cells: readonly Cell[];
  /** How many blank lines stand before it. */
  readonly blanksBefore: number;
  /** What its first line begins with: a bullet, a quote mark, an indent. */
  readonly first: string;
  /** What its further lines begin with when it is wrapped. */
  readonly rest: string;
}

/** A line without prefix. */
export function createLine(kind: Line["kind"], text: string, blanksBefore: number): Line {
  return { kind, text, cells: [], blanksBefore, first: "", rest: "" };
}

/**
 * Puts a prefix before lines, in the manner of a list item or a quote: blank lines between them
 * get it too.
 */
export function prefixLines(lines: readonly Line[], first: string, rest: string): Line[] {
  return spellOutBlanks(lines).map((line, index) => {
    const before = index === 0 ? first : rest;
    return { ...line, first: before + line.first, rest: rest + line.rest };
  });
}

/** The same lines, with the blank ones between them as lines of their own. */
function spellOutBlanks(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, index) => {
    if (index === 0 || line.blanksBefore === 0) return [{ ...line, blanksBefore: 0 }];
    const blanks = Array.from({ length: line.blanksBefore }, () => createLine("fixed", "", 0));
    return [...blanks, { ...line, blanksBefore: 0 }];
  });
}

/** Text filled up with spaces to a width in columns. */
export function pad(text: string, width: number, align: Cell["align"]): string {
  const room = " ".repeat(Math.max(0, width - textWidth(text)));
  return align === "end" ? room + text : text + room;
}
