import { textWidth } from "./characters.ts";
import { type Cell, type Line, pad } from "./line.ts";

/** Between two columns. */
const gap = "  ";

/** What the further lines of a row's first shown cell begin with, so that one sees where it ends. */
const continuation = "  ";

/** A cell wider than this does not push its whole column: only its own row runs over. */
const widestColumn = 48;

/** Writes out rows. Those that stand together, with as many columns, line up. */
export function alignRows(lines: readonly Line[]): Line[] {
  const aligned: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    if (line.kind !== "row") {
      aligned.push(line);
      at++;
      continue;
    }
    let end = at + 1;
    while (end < lines.length && standsWith(lines[end] as Line, line)) end++;
    aligned.push(...alignTogether(lines.slice(at, end)));
    at = end;
  }
  return aligned;
}

function standsWith(line: Line, first: Line): boolean {
  return line.kind === "row" && line.blanksBefore === 0 && columnsOf(line) === columnsOf(first);
}

function columnsOf({ cells }: Line): number {
  return cells.reduce((sum, cell) => sum + cell.span, 0);
}

function alignTogether(rows: readonly Line[]): Line[] {
  const indented = movePictures(rows).map(indentFurtherLines);
  const widths = measureColumns(indented);
  const lines: Line[] = [];
  for (const { cells, blanksBefore, first, rest } of indented) {
    let height = 1;
    for (const cell of cells) height = Math.max(height, cell.lines.length);
    for (let index = 0; index < height; index++) {
      lines.push({
        kind: "fixed",
        text: writeRow(cells, widths, index),
        cells: [],
        blanksBefore: index === 0 ? blanksBefore : 0,
        first: index === 0 ? first : rest,
        rest,
      });
    }
  }
  return lines;
}

/**
 * Pictures that each row has are a column. Where only some rows have one, it would move the words of
 * all: what it shows is then said below the words beside it.
 */
function movePictures(rows: readonly Line[]): readonly Line[] {
  const hasPicture = rows.some(({ cells }) => cells.some(({ isPicture }) => isPicture));
  if (!hasPicture) return rows;
  const isFull = (column: number) =>
    rows.every(({ cells }) => (cells[column]?.lines.length ?? 0) > 0);
  return rows.map((row) => {
    const at = row.cells.findIndex(({ isPicture }, column) => isPicture && !isFull(column));
    const words = row.cells.findIndex(({ isPicture, lines }) => !isPicture && lines.length > 0);
    if (at < 0 || words < 0) return row;
    const shown = row.cells[at]?.lines ?? [];
    const cells = row.cells.map((cell, column) => {
      if (column === at) return { ...cell, lines: [], isPicture: false };
      return column === words ? { ...cell, lines: [...cell.lines, ...shown] } : cell;
    });
    return { ...row, cells };
  });
}

function indentFurtherLines(row: Line): Line {
  if (row.cells.every(({ lines }) => lines.length < 2)) return row;
  const lead = row.cells.find((cell) => cell.lines.length > 0);
  const indent = (line: string, index: number) =>
    index > 0 && line !== "" ? continuation + line : line;
  const cells = row.cells.map((cell) =>
    cell === lead ? { ...cell, lines: cell.lines.map(indent) } : cell,
  );
  return { ...row, cells };
}

/** The width of each column; 0 for one that is empty in every row. */
function measureColumns(rows: readonly Line[]): number[] {
  const widths: number[] = [];
  for (const { cells } of rows) {
    let column = 0;
    for (const cell of cells) {
      if (cell.span === 1) {
        let width = 0;
        for (const line of cell.lines) width = Math.max(width, textWidth(line));
        const counted = width > widestColumn && cell.align === "start" ? 0 : width;
        widths[column] = Math.max(widths[column] ?? 0, counted);
      }
      column += cell.span;
    }
  }
  return Array.from(widths, (width) => width ?? 0);
}

function writeRow(cells: readonly Cell[], widths: readonly number[], index: number): string {
  let text = "";
  let column = 0;
  // Where the text should stand by now; a cell that ran over is caught up with where there is room.
  let target = 0;
  for (const cell of cells) {
    const width = spanWidth(widths, column, cell.span);
    const content = cell.lines[index] ?? "";
    if (width > 0 || content !== "") {
      if (target > 0) target += gap.length;
      if (content !== "") {
        const placed = pad(content, width, cell.align);
        const lead = target - textWidth(text);
        text += lead < gap.length && text !== "" ? gap + content : " ".repeat(lead) + placed;
      }
      target += width;
    }
    column += cell.span;
  }
  return text.trimEnd();
}

function spanWidth(widths: readonly number[], column: number, span: number): number {
  if (span === 1) return widths[column] ?? 0;
  const spanned = widths.slice(column, column + span).filter((width) => width > 0);
  const gaps = Math.max(0, spanned.length - 1) * gap.length;
  return spanned.reduce((sum, width) => sum + width, gaps);
}
