import { escapeAttribute, getAttribute } from "./attributes.ts";
import { blockElements, voidElements } from "./elements.ts";
import { matchTags } from "./match-tags.ts";
import { canBecomeDivision, toDivision } from "./paragraph-to-division.ts";
import { tableCells, tableContent, tableParts } from "./table-content.ts";
import type { HtmlDocument, Token } from "./token.ts";
import { TokenEdits } from "./token-edits.ts";
import { createToken } from "./tokenize.ts";

/** Something that stood where HTML does not allow it, and was put right. */
export interface NestingRepair {
  /** What stood where, what was done, and what would make it unnecessary. */
  readonly message: string;
  /** The tag or text that stood there. */
  readonly token: Token;
}

/** An element as it is written, or a wrapper that is put around a run of them. */
interface Open {
  readonly name: string;
  /** Index of its open tag, or of the first token that a wrapper holds. */
  readonly at: number;
  /** Index of its end tag; -1 where it has none. */
  readonly end: number;
  /** What is put around: a cell, a row with a cell, or a table. */
  readonly wrapper?: "cell" | "row" | "table" | undefined;
  /** Whether it holds cells of its own; only of a row. */
  hasCells?: boolean;
  /** Whether conditional comments give Outlook cells of its own in it. */
  hasOfficeCells?: boolean;
}

const paragraphs: ReadonlySet<string> = new Set(["p"]);
/** Between a `p` and a block that does not end it. */
const paragraphScope = /^(?:table|t[dh]|caption|button)$/;

/**
 * Puts right what an HTML parser would move out of its place, where one meaning is plain: what a
 * browser shows when the same elements are put together by script, where no parser interferes.
 *
 * - A run of anything but cells in a `tr` gets one `td` around it, as CSS gives it one anonymous
 *   cell; in a `table`, `tbody`, `thead` or `tfoot`, a `tr` as well.
 * - Cells and rows outside a table get a `table` around them; in another cell only where something
 *   comes behind them, which a parser would move.
 * - A `p` that holds a block becomes a `div` with the margin of a `p`, unless a style sheet may have
 *   its say about that margin.
 *
 * All else is left: a link in a link (it is not plain where the rest of the outer one leads), a
 * heading in a heading, a cell in a cell with nothing behind it (they become neighbours, and all is
 * there), and `html`, `head` or `body` inside something.
 *
 * @see https://www.w3.org/TR/CSS22/tables.html#anonymous-boxes
 */
export function repairNesting(document: HtmlDocument): readonly NestingRepair[] {
  const reader = new NestingReader(document);
  document.tokens.forEach((token, at) => {
    if (token.audience === "all") reader.read(token, at);
  });
  return reader.finish();
}

class NestingReader {
  readonly #document: HtmlDocument;
  readonly #ends: Int32Array;
  readonly #edits = new TokenEdits();
  readonly #repairs: NestingRepair[] = [];
  readonly #converted = new Set<number>();
  readonly #stack: Open[] = [];

  constructor(document: HtmlDocument) {
    this.#document = document;
    this.#ends = matchTags(document.tokens);
  }

  read(token: Token, at: number): void {
    if (token.type === "comment") {
      const top = this.#stack.at(-1);
      if (top && /<t[rdh]\b/i.test(token.raw)) top.hasOfficeCells = true;
    } else if (token.type === "text") {
      if (token.raw.trim() !== "") this.#prepareFor("text", token, at);
    } else if (token.type === "open") {
      this.#enter(token, at);
    } else if (token.type === "close") {
      const depth = this.#stack.findLastIndex(({ end }) => end === at);
      if (depth >= 0) this.#closeTo(depth, at);
    }
  }

  finish(): readonly NestingRepair[] {
    this.#closeTo(0, this.#document.tokens.length);
    this.#edits.apply(this.#document);
    return this.#repairs;
  }

  #enter(token: Token, at: number): void {
    const { name } = token;
    this.#endImplied(name, at);
    this.#prepareFor(name, token, at);
    const parent = this.#stack.at(-1);
    if (parent && tableCells.has(name)) parent.hasCells = true;
    if (blockElements.has(name)) this.#convertParagraphs(name, token);
    if (!voidElements.has(name)) this.#stack.push({ name, at, end: this.#ends[at] ?? -1 });
  }

  /** Ends what has no end tag and ends where this one begins. */
  #endImplied(name: string, at: number): void {
    const ends = tableParts.has(name)
      ? tableParts
      : blockElements.has(name)
        ? paragraphs
        : undefined;
    if (ends === undefined) return;
    for (let depth = this.#stack.length - 1; depth >= 0; depth--) {
      const open = this.#stack[depth] as Open;
      if (open.wrapper) return;
      if (ends.has(open.name) && open.end < 0 && !holds(open.name, name)) this.#closeTo(depth, at);
      else if (paragraphScope.test(open.name)) return;
    }
  }

  /** Ends and begins the wrappers that content needs where it stands. */
  #prepareFor(name: string, token: Token, at: number): void {
    const top = this.#stack.at(-1);
    if (top?.wrapper && (top.wrapper === "table") !== tableParts.has(name)) {
      this.#closeTo(this.#stack.length - 1, at);
    }
    const parent = this.#stack.at(-1);
    if (parent === undefined || parent.wrapper) return;
    const allowed = tableContent.get(parent.name);
    const shown = token.type === "text" ? "text" : `<${name}>`;
    if (allowed && !allowed.has(name) && !parent.hasOfficeCells) {
      const wrapper = parent.name === "tr" ? "cell" : "row";
      this.#stack.push({ name: "td", at, end: -1, wrapper });
      this.#repairs.push({
        token,
        message: `${shown} stands directly in <${parent.name}>, which mail clients take it out of; a cell was put around it. Write a <Column> or <td> there`,
      });
    } else if (!allowed && tableParts.has(name) && this.#needsTable(parent, at)) {
      this.#stack.push({ name: "table", at, end: -1, wrapper: "table" });
      this.#repairs.push({
        token,
        message: `${shown} stands in <${parent.name}> and not in a table, where its tag is lost; a table was put around it. Write a <Row> or <table> there`,
      });
    }
  }

  /** Whether a cell or a row, or what comes behind it, is lost or moved without a table of its own. */
  #needsTable(parent: Open, at: number): boolean {
    const around = this.#stack.findLast(({ name }) => /^(?:table|t[dh])$/.test(name));
    if (around === undefined || around.wrapper) return true;
    if (!tableCells.has(around.name)) return false;
    // It would end its cell, and what is between would stay behind without it.
    if (around !== parent) return true;
    const { tokens } = this.#document;
    for (let next = this.#ends[at] ?? -1; next >= 0 && next < around.end; next++) {
      const { type, name, raw } = tokens[next] as Token;
      if (type === "text" && raw.trim() !== "") return true;
      if (type !== "open") continue;
      if (!tableParts.has(name) || (this.#ends[next] ?? -1) < 0) return true;
      next = this.#ends[next] as number;
    }
    return false;
  }

  #convertParagraphs(name: string, token: Token): void {
    for (let depth = this.#stack.length - 1; depth >= 0; depth--) {
      const open = this.#stack[depth] as Open;
      if (paragraphScope.test(open.name)) return;
      if (open.name !== "p" || open.end < 0 || this.#converted.has(open.at)) continue;
      const paragraph = this.#document.tokens[open.at] as Token;
      if (!canBecomeDivision(paragraph, this.#document)) continue;
      this.#converted.add(open.at);
      this.#edits.replace(open.at, toDivision(paragraph));
      this.#edits.replace(open.end, createToken("close", "div", "</div>"));
      this.#repairs.push({
        token,
        message: `<${name}> stands in <p>, which would end before it; the <p> was made a <div>. Write a <div> or <Section> there`,
      });
    }
  }

  /** Leaves all elements from a depth on; wrappers among them are written. */
  #closeTo(depth: number, at: number): void {
    while (this.#stack.length > depth) {
      const open = this.#stack.pop() as Open;
      if (open.wrapper) this.#writeWrapper(open, this.#lastBefore(at, open.at), at);
    }
  }

  #writeWrapper(open: Open, last: number, at: number): void {
    const [begin, end] = this.#tagsOf(open, at);
    this.#edits.insertBefore(open.at, begin);
    this.#edits.insertAfter(last, end);
  }

  /** The last token before one that is more than white space, a comment or not there. */
  #lastBefore(at: number, first: number): number {
    const { tokens } = this.#document;
    for (let last = at - 1; last > first; last--) {
      const { type, raw } = tokens[last] as Token;
      if (type === "open" || type === "close" || (type === "text" && raw.trim() !== ""))
        return last;
    }
    return first;
  }

  #tagsOf({ wrapper }: Open, at: number): readonly [string, string] {
    const table = this.#stack.findLast((open) => open.name === "table" && !open.wrapper);
    const tag = table && (this.#document.tokens[table.at] as Token);
    if (wrapper === "table") return [beginTable(tag), "</table>"];
    const hasNoPadding = tag !== undefined && getAttribute(tag, "cellpadding") === "0";
    const parent = this.#stack.at(-1);
    const next = this.#document.tokens[at];
    const isAmongCells =
      wrapper === "cell" &&
      (parent?.hasCells || (next?.type === "open" && tableCells.has(next.name)));
    // What an anonymous cell has: no padding, and its text on the first line of its neighbours'.
    const attributes =
      (isAmongCells ? ' valign="baseline"' : "") + (hasNoPadding ? "" : ' style="padding:0"');
    const cell = [`<td${attributes}>`, "</td>"] as const;
    return wrapper === "row" ? [`<tr>${cell[0]}`, `${cell[1]}</tr>`] : cell;
  }
}

/** A table as CSS makes it up around cells: spaced as the one that it stands in. */
function beginTable(around: Token | undefined): string {
  const given = (name: string) => (around ? getAttribute(around, name) : undefined);
  const padding = given("cellpadding");
  const spacing = around ? given("cellspacing") : "0";
  const attributes =
    (padding === undefined ? "" : ` cellpadding="${escapeAttribute(padding)}"`) +
    (spacing === undefined ? "" : ` cellspacing="${escapeAttribute(spacing)}"`);
  return `<table border="0"${attributes} role="presentation">`;
}

/** Whether a part of a table may hold another. */
function holds(outer: string, inner: string): boolean {
  if (tableCells.has(inner)) return outer === "tr" || /^t(?:head|body|foot)$/.test(outer);
  return inner === "tr" && /^t(?:head|body|foot)$/.test(outer);
}
