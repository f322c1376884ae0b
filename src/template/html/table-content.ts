const rowGroups = "tbody|thead|tfoot";
const anywhere = "style|script|template|form";

/**
 * What may stand directly in the parts of a table; anything else leaves it.
 *
 * @see https://html.spec.whatwg.org/#parsing-main-intable
 */
export const tableContent: Readonly<Record<string, RegExp>> = {
  table: new RegExp(`^(?:caption|colgroup|col|t[rdh]|${rowGroups}|${anywhere})$`),
  thead: new RegExp(`^(?:t[rdh]|${anywhere})$`),
  tbody: new RegExp(`^(?:t[rdh]|${rowGroups}|${anywhere})$`),
  tfoot: new RegExp(`^(?:t[rdh]|${rowGroups}|${anywhere})$`),
  tr: new RegExp(`^(?:t[rdh]|${rowGroups}|${anywhere})$`),
};

/** Cells, rows and groups of rows: tags that are lost outside a table. */
export const tablePart = new RegExp(`^(?:t[rdh]|${rowGroups})$`);

/** A cell of a table. */
export const tableCell = /^t[dh]$/;
