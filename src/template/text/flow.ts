import { alignRows } from "./align-rows.ts";
import { plainCharacters } from "./characters.ts";
import { type Cell, createLine, type Line } from "./line.ts";
import { joinLabel } from "./link-label.ts";
import { protectPlaceholders } from "./placeholders.ts";

/** White space that collapses, in runs that are not one space; a no-break space does not. */
const uneven = /[\t\n\r\f]| {2}/;
const run = /[ \t\n\r\f]+/g;

/** What must not follow a link's address directly, or be taken for a part of it. */
const gluesToAddress = /^[\p{L}\p{N}(<[{"'“‘/@#&+_~=-]/u;

/** A place in the text. */
export interface TextMark {
  readonly line: number;
  readonly column: number;
}

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
  /** Whether the last line ended by a `<br>`, with nothing behind it. */
  #isBroken = false;

  /** Adds running text. */
  write(text: string): void {
    let plain = protectPlaceholders(plainCharacters(text));
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

  /** Where the text stands that is written next. */
  mark(): TextMark {
    return { line: this.lines.length, column: this.#current === "" ? 0 : this.#current.length };
  }

  /** The line that is being written. */
  get currentText(): string {
    return this.#current;
  }

  /** Where a link begins; to be handed to {@link endLink}. */
  beginLink(): TextMark {
    if (this.#afterAddress && this.#current !== "" && !this.#space) this.#space = true;
    return this.mark();
  }

  /** What was written since a mark, if it stands on one line; undefined if it began a new one. */
  textSince(mark: TextMark): string | undefined {
    return mark.line === this.lines.length ? this.#current.slice(mark.column).trim() : undefined;
  }

  /** Puts a text in the place of what was written on this line since a mark. */
  replaceSince(mark: TextMark, text: string): void {
    const isApart = this.#current.charAt(mark.column) === " ";
    const goesOn = this.#space;
    this.#current = this.#current.slice(0, mark.column);
    this.#space = isApart;
    this.#append(text);
    this.#space = goesOn;
  }

  /**
   * Ends a link whose text is written: adds its address.
   *
   * @param compare what the text says of the address
   */
  endLink(
    mark: TextMark,
    address: string,
    compare: (label: string) => "is" | "has" | "other",
  ): void {
    const breaks = this.#takeBreaksBack(mark);
    this.#addAddress(mark, address, compare);
    for (let left = breaks; left > 0; left--) this.breakLine();
  }

  /** `<br>`: ends the line, even an empty one. */
  breakLine(): void {
    this.#endLine(true);
    this.#isBroken = true;
  }

  /** Lets what was written since a mark stand apart from what comes before and behind it. */
  standApart(line: number): void {
    this.separate(1);
    const first = this.lines[line];
    if (line > 0 && first?.blanksBefore === 0) this.lines[line] = { ...first, blanksBefore: 1 };
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

  /** Undoes the line breaks that a link ends with. @returns how many */
  #takeBreaksBack(mark: TextMark): number {
    let breaks = 0;
    while (this.#isBroken && this.#current === "" && this.lines.length > mark.line) {
      const line = this.lines.at(-1) as Line;
      if (line.kind !== "flow") break;
      this.lines.pop();
      this.#current = line.text;
      this.#blanks = line.blanksBefore;
      breaks++;
    }
    return breaks;
  }

  #addAddress(
    mark: TextMark,
    address: string,
    compare: (label: string) => "is" | "has" | "other",
  ): void {
    const written = this.lines.slice(mark.line);
    const isAbove = written.some(
      ({ kind, text }, index) =>
        kind !== "flow" || text.slice(index === 0 ? mark.column : 0) !== "",
    );
    if (this.#current === "" && isAbove) this.#addAddressBelow(mark, address, compare);
    else if (isAbove) {
      if (compare(this.#current) === "other") this.#current += ` (${address})`;
      this.#afterAddress = true;
      this.#space = false;
    } else {
      const start = written.length === 0 ? mark : { line: this.lines.length, column: 0 };
      const label = this.textSince(start) ?? "";
      const relation = label === "" ? "is" : compare(label);
      if (label === "") this.#append(address);
      else if (relation === "is") this.replaceSince(start, address);
      else if (relation === "other") {
        this.#current += ` (${address})`;
        this.#link = { text: label, address };
        this.#space = false;
      }
      this.#afterAddress = true;
    }
  }

  /** Behind a block: on its line if it is the link's only one, else on a line of its own. */
  #addAddressBelow(
    mark: TextMark,
    address: string,
    compare: (label: string) => "is" | "has" | "other",
  ): void {
    const last = this.lines.at(-1) as Line;
    const isOnly = this.lines.length - mark.line === 1 && mark.column === 0;
    const isLabel = isOnly && last.kind === "flow" && last.first === "";
    const relation = isLabel ? compare(last.text) : "other";
    if (relation === "has") return;
    const text = relation === "is" ? address : joinLabel(last.text, address);
    if (isLabel) this.lines[this.lines.length - 1] = { ...last, text };
    else this.lines.push(createLine("flow", address, 0));
  }

  #append(content: string): void {
    const isGlued = this.#afterAddress && gluesToAddress.test(content);
    if (this.#current !== "" && (this.#space || isGlued)) this.#current += " ";
    this.#current += content;
    this.#isBroken = false;
    this.#afterAddress = false;
    this.#space = false;
  }

  #endLine(keepEmpty: boolean): void {
    this.#isBroken = false;
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
    return joinLabel(link.text, link.address);
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
  if (!line.startsWith("\u2068")) return line;
  const [, inner] = /^\u2068([^\u2068\u2069]*)\u2069$/.exec(line) ?? [];
  return inner ?? line;
}
