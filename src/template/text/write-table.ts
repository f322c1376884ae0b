import { getAttribute } from "../html/attributes.ts";
import { tableCells } from "../html/table-content.ts";
import type { VisibleElement, VisibleNode } from "../html/visible-tree.ts";
import type { TextFlow } from "./flow.ts";
import { groupRuns } from "./group-runs.ts";
import { writeRow } from "./write-row.ts";
import type { WriteContext } from "./writer.ts";

const rowGroups: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot"]);

/**
 * Writes a table. A row of data stays a line, and its columns line up with those of the rows around
 * it. A table for layout flows, cell after cell; but a row in it that reads as data (`Total`,
 * `$10`) stays a line too. Tables of one row each line up with each other, since React Email makes
 * a table of each row; a table of several rows stands apart.
 */
export function writeTable(table: VisibleElement, flow: TextFlow, context: WriteContext): void {
  const isData = isDataTable(table);
  flow.separate(1, !isData);
  const start = flow.lines.length;
  writeParts(table.children, isData, flow, context);
  if (countRows(flow, start) > 1) flow.standApart(start);
  else flow.separate(1, !isData);
}

function countRows({ lines }: TextFlow, start: number): number {
  let rows = 0;
  for (let at = start; at < lines.length; at++) if (lines[at]?.kind === "row") rows++;
  return rows;
}

/** Writes rows and groups of rows, and what stands among them. */
function writeParts(
  parts: readonly VisibleNode[],
  isData: boolean,
  flow: TextFlow,
  context: WriteContext,
): void {
  for (const { kind, nodes } of groupRuns(parts, kindOf)) {
    const { children } = nodes[0] as VisibleElement;
    if (kind === "row") writeRow(children, isData, flow, context);
    else if (kind === "group") writeParts(children, isData, flow, context);
    else if (kind === "cells") writeRow(nodes, isData, flow, context);
    else context.write(nodes, flow, context);
  }
}

function kindOf(node: VisibleNode) {
  const name = typeof node === "string" ? "" : node.name;
  if (name === "tr") return { kind: "row" as const, isAlone: true };
  if (rowGroups.has(name)) return { kind: "group" as const, isAlone: true };
  return { kind: tableCells.has(name) ? ("cells" as const) : ("loose" as const), isAlone: false };
}

/** Whether a table says that it holds data: by a role, by a header cell or a caption. */
function isDataTable(table: VisibleElement): boolean {
  const { raw } = table.token;
  // What React Email writes: the usual case, and seen without a look at each attribute.
  if (raw.includes(' role="presentation"')) return false;
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
