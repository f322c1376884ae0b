import { getAttribute } from "../html/attributes.ts";
import type { VisibleElement, VisibleNode } from "../html/visible-tree.ts";
import { textWidth } from "./characters.ts";
import { TextFlow } from "./flow.ts";
import { hasText } from "./has-text.ts";
import type { Cell, Line } from "./line.ts";
import type { WriteContext } from "./writer.ts";

/** A row of a layout table stays a line up to here: about what a mail client shows without wrapping. */
const widestLayoutRow = 78;

/** An amount, a quantity, a code: what makes the cells beside it data. */
const datum = /^(?=.*\p{N})[^\n]{1,24}$/u;

/** A row's cell with what was written for it. */
interface WrittenCell {
  readonly element: VisibleElement;
  readonly flow: TextFlow;
  readonly lines: readonly Line[];
}

/**
 * Writes a table. A row of data stays a line, and its columns line up with those of the rows around
 * it. A table for layout flows, cell after cell; but a row in it that reads as data (`Total`,
 * `$10`) stays a line too.
 */
export function writeTable(table: VisibleElement, flow: TextFlow, context: WriteContext): void {
  const isData = isDataTable(table);
  flow.separate(1, !isData);
  for (const part of table.children) {
    if (typeof part === "string") continue;
    if (part.name === "tr") writeRow(part, isData, flow, context);
    else if (/^t(?:head|body|foot)$/.test(part.name)) {
      for (const row of part.children) {
        if (typeof row === "string") continue;
        if (row.name === "tr") writeRow(row, isData, flow, context);
        else context.write([row], flow, context);
      }
    } else context.write([part], flow, context);
  }
  flow.separate(1, !isData);
}

/** Whether a table says that it holds data: by a role, by a header cell or a caption. */
function isDataTable(table: VisibleElement): boolean {
  const role = getAttribute(table.token, "role");
  if (role === "presentation" || role === "none") return false;
  if (role !== undefined || getAttribute(table.token, "data-text-format") === "dataTable") {
    return true;
  }
  return hasHeader(table.children);
}

function hasHeader(nodes: readonly VisibleNode[]): boolean {
  return nodes.some(
    (node) =>
      typeof node === "object" &&
      (/^(?:th|thead|caption)$/.test(node.name) ||
        (/^t(?:r|body|foot)$/.test(node.name) && hasHeader(node.children))),
  );
}

function writeRow(
  row: VisibleElement,
  isData: boolean,
  flow: TextFlow,
  context: WriteContext,
): void {
  const elements = row.children.filter((node) => typeof node === "object");
  flow.separate(0);
  const [only] = elements;
  if (only && elements.length === 1) {
    context.write(only.children, flow, context);
    flow.separate(0);
    return;
  }
  const cells = elements.map((element) => writeCell(element, context));
  const filled = cells.filter((cell) => cell.lines.length > 0);
  const withText = filled.filter((cell) => hasText(cell.element.children));
  const shown = withText.length > 0 ? withText : filled;
  if (shown.length > 1 && (isData || readsAsData(shown))) {
    flow.appendRow(cells.map((cell) => toRowCell(cell, shown.includes(cell))));
  } else {
    const isTall = shown.some((cell) => cell.lines.length > 1);
    for (const cell of shown) {
      flow.separate(isTall ? 1 : 0, true);
      flow.append(cell.lines);
      flow.separate(cell.flow.trailingBlanks);
    }
  }
  flow.separate(0);
}

function writeCell(element: VisibleElement, context: WriteContext): WrittenCell {
  const flow = new TextFlow();
  context.write(element.children, flow, context);
  return { element, flow, lines: flow.end() };
}

/**
 * Whether the cells of a layout row belong on one line: they are short, or all but one of them are
 * single lines and one of these is an amount or the like.
 */
function readsAsData(cells: readonly WrittenCell[]): boolean {
  const single = cells.filter((cell) => cell.lines.length === 1 && cell.lines[0]?.kind === "flow");
  if (single.length < cells.length - 1) return false;
  const texts = single.map((cell) => cell.lines[0]?.text ?? "");
  if (texts.some((text) => datum.test(text))) return true;
  const width = texts.reduce((sum, text) => sum + textWidth(text) + 2, 0);
  return single.length === cells.length && width <= widestLayoutRow;
}

function toRowCell({ element, flow }: WrittenCell, isShown: boolean): Cell {
  const { token } = element;
  const span = Number.parseInt(getAttribute(token, "colspan") ?? "1", 10);
  const align = getAttribute(token, "align");
  const isEnd =
    align === "right" ||
    align === "end" ||
    /text-align\s*:\s*(?:right|end)/i.test(getAttribute(token, "style") ?? "");
  return {
    lines: isShown ? flow.endAligned().map((line) => line.first + line.text) : [],
    span: Number.isNaN(span) || span < 1 ? 1 : span,
    align: isEnd ? "end" : "start",
  };
}
