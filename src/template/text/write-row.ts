import { getAttribute } from "../html/attributes.ts";
import type { Token } from "../html/token.ts";
import { createToken } from "../html/tokenize.ts";
import type { VisibleElement, VisibleNode } from "../html/visible-tree.ts";
import { textWidth } from "./characters.ts";
import { TextFlow } from "./flow.ts";
import { groupRuns } from "./group-runs.ts";
import { hasText } from "./has-text.ts";
import type { Cell, Line } from "./line.ts";
import { isStruckOut } from "./write-marked.ts";
import type { WriteContext } from "./writer.ts";

/** A row of a layout table stays a line up to here: about what a mail client shows without wrapping. */
const widestLayoutRow = 78;

/** An amount, a quantity, a code: what makes the cells beside it data. */
const datum = /^(?=.*\p{N})(?!.*:\/\/)[^\n]{1,24}$/u;

/** A row's cell with what was written for it. */
interface WrittenCell {
  readonly element: VisibleElement;
  readonly flow: TextFlow;
  readonly lines: readonly Line[];
  /** Whether it has words, and not but pictures. */
  readonly hasWords: boolean;
}

/**
 * Writes what stands in a row. Anything but cells is read as a browser shows it: a run of it is one
 * cell.
 *
 * @param isData whether the table says that it holds data
 */
export function writeRow(
  nodes: readonly VisibleNode[],
  isData: boolean,
  flow: TextFlow,
  context: WriteContext,
): void {
  const elements = groupRuns(nodes, kindOf).map(toCell);
  flow.separate(0);
  const [only] = elements;
  if (only && elements.length === 1) {
    context.write(contentOf(only), flow, context);
    flow.separate(0);
    return;
  }
  const cells = elements.map((element) => writeCell(element, context));
  const filled = cells.filter((cell) => cell.lines.length > 0);
  const shown = filled.every(({ hasWords }) => hasWords)
    ? filled
    : filled.filter((cell) => !isSaidBeside(cell, filled));
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

function kindOf(node: VisibleNode) {
  const isCell = typeof node === "object" && (node.name === "td" || node.name === "th");
  return { kind: isCell ? ("cell" as const) : ("loose" as const), isAlone: isCell };
}

function toCell({ kind, nodes }: ReturnType<typeof groupRuns<"cell" | "loose">>[number]) {
  if (kind === "cell") return nodes[0] as VisibleElement;
  return { name: "td", token: createToken("open", "td", "<td>"), children: [...nodes] };
}

function contentOf(cell: VisibleElement): readonly VisibleNode[] {
  return isStruckOut(cell) ? [{ ...cell, name: "s" }] : cell.children;
}

function writeCell(element: VisibleElement, context: WriteContext): WrittenCell {
  const flow = new TextFlow();
  context.write(contentOf(element), flow, context);
  const lines = flow.end();
  return { element, flow, lines, hasWords: lines.length > 0 && hasText(element.children) };
}

/** Whether a cell holds but a picture that the words of another cell name. */
function isSaidBeside(cell: WrittenCell, cells: readonly WrittenCell[]): boolean {
  if (cell.hasWords) return false;
  const words = wordsOf(cell);
  return cells.some((other) => other.hasWords && wordsOf(other).includes(words));
}

function wordsOf({ lines }: WrittenCell): string {
  const texts = lines.flatMap(({ text, cells }) => [text, ...cells.flatMap((cell) => cell.lines)]);
  return texts.join(" ").toLowerCase();
}

/**
 * Whether the cells of a layout row belong on one line: they are short, or all but one of them are
 * single lines and one of these is an amount or the like. Links with their addresses do not.
 */
function readsAsData(cells: readonly WrittenCell[]): boolean {
  const single = cells.filter((cell) => cell.lines.length === 1 && cell.lines[0]?.kind === "flow");
  if (single.length < cells.length - 1) return false;
  const texts = single.map((cell) => cell.lines[0]?.text ?? "");
  if (texts.some((text) => datum.test(text))) return true;
  if (texts.filter((text) => text.includes("://")).length > 1) return false;
  const width = texts.reduce((sum, text) => sum + textWidth(text) + 2, 0);
  return single.length === cells.length && width <= widestLayoutRow;
}

/** What a tag must hold for {@link isEndAligned} to look closer. */
const endAligned = /align\s*[=:]\s*["']?\s*(?:right|end)/i;

function isEndAligned(token: Token): boolean {
  const align = getAttribute(token, "align")?.toLowerCase();
  if (align === "right" || align === "end") return true;
  return /text-align\s*:\s*(?:right|end)/i.test(getAttribute(token, "style") ?? "");
}

function toRowCell({ element, flow, hasWords }: WrittenCell, isShown: boolean): Cell {
  const { token } = element;
  // Most cells have neither, and reading attributes takes time.
  const hasSpan = /colspan/i.test(token.raw);
  const span = hasSpan ? Number.parseInt(getAttribute(token, "colspan") ?? "1", 10) : 1;
  const isEnd = endAligned.test(token.raw) && isEndAligned(token);
  return {
    lines: isShown ? flow.endAligned().map((line) => line.first + line.text) : [],
    span: Number.isNaN(span) || span < 1 ? 1 : span,
    align: isEnd ? "end" : "start",
    isPicture: isShown && !hasWords,
  };
}
