import type { Declaration, StyleSheet } from "./read-style-sheet.ts";
import type { RuleIndex } from "./rule-index.ts";

/** What was made of styles: most emails of a project share theirs. */
export interface CheckMemory {
  /** Style sheets by their text. */
  readonly sheets: Map<string, StyleSheet>;
  /** `style` attributes by their text. */
  readonly inlines: Map<string, readonly Declaration[]>;
  /** Rules by their sheets and the way of viewing. */
  readonly indexes: Map<string, RuleIndex>;
  /** The same number for the same sheet. */
  readonly numberOf: (sheet: StyleSheet) => number;
  /** Forgets all where there is much of it: what no one shares any more is not kept forever. */
  tidy(): void;
}

const most = { sheets: 200, inlines: 20_000, indexes: 500 } as const;

/** Creates an empty memory. */
export function createMemory(): CheckMemory {
  const numbers = new Map<StyleSheet, number>();
  const sheets = new Map<string, StyleSheet>();
  const inlines = new Map<string, readonly Declaration[]>();
  const indexes = new Map<string, RuleIndex>();
  return {
    ...{ sheets, inlines, indexes },
    numberOf(sheet) {
      const number = numbers.get(sheet) ?? numbers.size;
      numbers.set(sheet, number);
      return number;
    },
    tidy() {
      const isMuch =
        sheets.size > most.sheets || inlines.size > most.inlines || indexes.size > most.indexes;
      if (!isMuch) return;
      for (const map of [numbers, sheets, inlines, indexes]) map.clear();
    },
  };
}
