/** A row of CSV, and the line that it begins in, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether a quote in it is never closed: all that follows is in its last cell. */
  readonly isOpen?: true;
}

/**
 * Reads CSV (RFC 4180), with commas, semicolons or tabs between its cells, whichever its first line
 * has most of. Empty lines are passed over.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const source = text.replace(/^\uFEFF/, "");
  const separator = separatorOf(source.slice(0, source.search(/[\r\n]|$/)));
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  let isOpen = false;
  const endRow = () => {
    const open = isOpen ? ({ isOpen: true } as const) : {};
    if (cells.some((cell) => cell !== "")) rows.push({ line: begun, cells, ...open });
    cells = [];
  };
  while (at < source.length) {
    const { cell, end, closed } =
      source[at] === '"' ? quotedCell(source, at) : plainCell(source, at, separator);
    isOpen = !closed;
    cells.push(cell.trim());
    line += cell.split("\n").length - 1;
    at = end;
    if (source[at] === separator) at += 1;
    else {
      at += source.startsWith("\r\n", at) ? 2 : 1;
      endRow();
      line += 1;
      begun = line;
    }
  }
  endRow();
  return rows;
}

/** A line of CSV; cells are quoted where they must be. */
export function writeCsv(cells: readonly string[]): string {
  const quote = (cell: string) =>
    /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return `${cells.map(quote).join(",")}\r\n`;
}

function separatorOf(line: string): string {
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function plainCell(source: string, start: number, separator: string) {
  let end = start;
  while (end < source.length && source[end] !== separator && !/[\r\n]/.test(source[end] ?? ""))
    end += 1;
  return { cell: source.slice(start, end), end, closed: true };
}

function quotedCell(source: string, start: number) {
  let cell = "";
  let at = start + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return { cell: cell + source.slice(at), end: source.length, closed: false };
    cell += source.slice(at, quote);
    if (source[quote + 1] !== '"') return { cell, end: quote + 1, closed: true };
    cell += '"';
    at = quote + 2;
  }
}
