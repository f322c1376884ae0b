const rowGroups = ["tbody", "thead", "tfoot"];
const rowsAndCells = ["tr", "td", "th"];
const anywhere = ["style", "script", "template", "form"];

const inGroup: ReadonlySet<string> = new Set([...rowsAndCells, ...rowGroups, ...anywhere]);

/**
 * What may stand directly in the parts of a table; anything else leaves it.
 *
 * @see https://html.spec.whatwg.org/#parsing-main-intable
 */
export const tableContent: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["table", new Set(["caption", "colgroup", "col", ...inGroup])],
  ["thead", new Set([...rowsAndCells, ...anywhere])],
  ["tbody", inGroup],
  ["tfoot", inGroup],
  ["tr", inGroup],
]);

/** Cells, rows and groups of rows: tags that are lost outside a table. */
export const tableParts: ReadonlySet<string> = new Set([...rowsAndCells, ...rowGroups]);

/** The cells of a table. */
export const tableCells: ReadonlySet<string> = new Set(["td", "th"]);
