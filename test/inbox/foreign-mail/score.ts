import { isDeepStrictEqual } from "node:util";
import type { Truth } from "./mail.ts";
import type { Reading } from "./readers.ts";

/** Who reads. */
export const readers = ["inbox", "mailparser", "python"] as const;

/** One of {@link readers}. */
export type Reader = (typeof readers)[number];

/** How often each reader is right about each thing. */
export interface Score {
  add(what: string, reader: Reader, isRight: boolean): void;
  /** A table, a row for each thing. */
  print(): string;
}

/** Which fields a reading has as they were written. */
export function fieldsRight(
  reading: Reading,
  truth: Truth,
): Readonly<Record<keyof Truth, boolean>> {
  const isRight = (field: keyof Truth) => isDeepStrictEqual(reading?.[field], truth[field]);
  return {
    subject: isRight("subject"),
    from: isRight("from"),
    text: reading !== undefined && isRight("text"),
    html: reading !== undefined && isRight("html"),
    files: isRight("files"),
  };
}

/** Creates an empty score. */
export function createScore(): Score {
  const rows = new Map<string, Record<Reader | "all", number>>();
  return {
    add(what, reader, isRight) {
      const row = rows.get(what) ?? { all: 0, inbox: 0, mailparser: 0, python: 0 };
      if (reader === "inbox") row.all += 1;
      if (isRight) row[reader] += 1;
      rows.set(what, row);
    },
    print() {
      const titles = ["messages", ...readers].map((title) => title.padStart(12)).join("");
      const lines = [...rows]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([what, row]) => {
          const columns = [row.all, ...readers.map((reader) => row[reader])];
          return what.padEnd(44) + columns.map((count) => String(count).padStart(12)).join("");
        });
      return [" ".repeat(44) + titles, ...lines].join("\n");
    },
  };
}
