import { alignRows } from "./align-rows.ts";
import { plainCharacters } from "./characters.ts";
import { type Cell, createLine, type Line } from "./line.ts";

/** White space that collapses, in runs that are not one space; a no-break space does not. */
const uneven = /[\t\n\r\f]| {2}/;
const run = /[ \t\n\r\f]+/g;

/** What must not follow a link's address directly, or be taken for a part of it. */
const gluesToAddress = /^[\p{L}\p{N}(<[{"'“‘/@#&+_~=-]/u;

/** A link on the line that is being written. */
interface LinkMark {
  readonly text: string;
  readonly address: string;
}

/**
 * Collects text into lines, as a browser lays out blocks: white space collapses, blocks begin a
 * line, and of two distances that meet the greater one counts.
 */
export class TextFlow {
  readonly lines: Line[] = [];
  #current = "";
  #isPreserved = false;
  #space = false;
  #afterAddress = false;
  #blanks = 0;
  /** Whether the distance wanted gives way between two rows. */
  #soft = true;
  #link: LinkMark | undefined;

  /** Adds running text. */
  write(text: string): void {
    let plain = plainCharacters(text);
    if (uneven.test(plain)) plain = plain.replace(run, " ");
    if (plain.startsWith(" ")) this.#space = true;
    const content = trimSpaces(plain);
    if (content === "") return;
    this.#append(content);
    this.#space = plain.endsWith(" ");
  }

  /** Adds text whose white space counts. A line feed begins a line. */
  writePreserved(text: string): void {
    const [first = "", ...others] = plainCharacters(text).replace(/\r\n?/g, "\n").split("\n");
    this.#isPreserved = true;
    this.#current += first;
    for (const line of others) {
      this.#endLine(true);
      this.#isPreserved = true;
      this.#current = line;
    }
  }

  /** Where the text stands that is written next; to be handed to {@link endLink}. */
  beginLink(): { readonly line: number; readonly column: number } {
    if (this.#afterAddress && this.#current !== "" && !this.#space) this.#space = true;
    return { line: this.lines.length, column: this.#current === "" ? 0 : this.#current.length };
  }

  /** What was written since a mark, if it stands on one line; undefined if it began a new one. */
  textSince(mark: { readonly line: number; readonly column: number }): string | undefined {
    return mark.line === this.lines.length ? this.#current.slice(mark.column).trim() : undefined;
  }

  /** Ends a link whose text is written: adds its address in parentheses. */
  addAddress(text: string, address: string): void {
    this.#current += ` (${address})`;
    this.#link = { text, address };
    this.#afterAddress = true;
    this.#space = false;
  }

  /** Puts an address in the place of the text since a mark. */
  replaceSince(mark: { readonly column: number }, address: string): void {
    const space = this.#current.charAt(mark.column) === " ";
    this.#current = this.#current.slice(0, mark.column);
    this.#space ||= space;
    this.#append(address);
    this.#afterAddress = true;
  }

  /** Adds an address behind a block that is a link as a whole. */
  appendAddress(address: string): void {
    this.#append(address);
    this.#afterAddress = true;
  }

  /** `<br>`: ends the line, even an empty one. */
  breakLine(): void {
    this.#endLine(true);
  }

  /**
   * Begins a block, or ends one.
   *
   * @param blanks lines to stay blank between what was written and what comes
   * @param soft whether two table rows may move together nevertheless
   */
  separate(blanks: number, soft = false): void {
    this.#endLine(false);
    if (blanks > 0 && !soft) this.#soft = false;
    this.#blanks = Math.max(this.#blanks, blanks);
  }

  /** Adds finished lines, such as those of a list item or a cell. */
  append(lines: readonly Line[]): void {
    this.#endLine(false);
    for (const line of lines) {
      if (line.blanksBefore > 0) this.#soft = false;
      this.#blanks = Math.max(this.#blanks, line.blanksBefore);
      this.#push(line);
    }
  }

  /** Adds a table row. */
  appendRow(cells: readonly Cell[]): void {
    this.#endLine(false);
    this.#push({ ...createLine("row", "", 0), cells });
  }

  /** Ends the text. @returns its lines, rows not yet written out */
  end(): readonly Line[] {
    this.#endLine(false);
    return this.lines;
  }

  /** Ends the text. @returns its lines, none of them a row */
  endAligned(): readonly Line[] {
    return alignRows(this.end());
  }

  /** The distance that was wanted behind the last line. */
  get trailingBlanks(): number {
    return this.#blanks;
  }

  #append(content: string): void {
    const isGlued = this.#afterAddress && gluesToAddress.test(content);
    if (this.#current !== "" && (this.#space || isGlued)) this.#current += " ";
    this.#current += content;
    this.#afterAddress = false;
    this.#space = false;
  }

  #endLine(keepEmpty: boolean): void {
    const kind = this.#isPreserved ? "fixed" : "flow";
    const text = this.#finishCurrent();
    this.#current = "";
    this.#isPreserved = false;
    this.#space = false;
    this.#afterAddress = false;
    this.#link = undefined;
    if (text !== "" || keepEmpty) this.#push(createLine(kind, text, 0));
  }

  /** The current line; a link that has it for itself reads `text: address`. */
  #finishCurrent(): string {
    if (this.#isPreserved) return this.#current.trimEnd();
    const text = withoutIdleIsolate(this.#current.trim());
    const link = this.#link;
    if (link === undefined || text !== `${link.text} (${link.address})`) return text;
    return /[:：]$/.test(link.text)
      ? `${link.text} ${link.address}`
      : `${link.text}: ${link.address}`;
  }

  #push(line: Line): void {
    const last = this.lines.at(-1);
    const isTogether = this.#soft && line.kind === "row" && last?.kind === "row";
    const blanksBefore = last === undefined ? 0 : isTogether ? 0 : this.#blanks;
    this.lines.push({ ...line, blanksBefore });
    this.#blanks = 0;
    this.#soft = true;
  }
}

/** Without the one space at either end that collapsing leaves; a no-break space is no such space. */
function trimSpaces(text: string): string {
  const start = text.startsWith(" ") ? 1 : 0;
  return text.slice(start, text.endsWith(" ") ? -1 : undefined);
}

/** Foreign text that has a line for itself needs nothing to keep it apart from its neighbours. */
function withoutIdleIsolate(line: string): string {
  const [, inner] = /^\u2068([^\u2068\u2069]*)\u2069$/.exec(line) ?? [];
  return inner ?? line;
}
