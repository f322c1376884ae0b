import type { Tally } from "./tally.ts";

/** One line of the matrix: a fault, and what became of each number of messages. */
export interface MatrixRow {
  readonly fault: string;
  readonly cells: readonly Tally[];
}

/** The cells as a table; each says `taken sent/not-sent/unknown`, and how many of the unknown are there. */
export function printMatrix(
  title: string,
  columns: readonly string[],
  rows: readonly MatrixRow[],
): void {
  const header = [title, ...columns];
  const table = [header, ...rows.map(({ fault, cells }) => [fault, ...cells.map(print)])];
  const widths = header.map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  const lines = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  process.stdout.write(`\n${legend}\n${lines.join("\n")}\n`);
}

const legend =
  "messages the server took ← the caller was told: sent / not sent / unknown (it was there)";

function print({ taken, sent, notSent, unknown, unknownButTaken }: Tally): string {
  const there = unknown > 0 ? ` (${unknownButTaken})` : "";
  return `${taken} ← ${sent}/${notSent}/${unknown}${there}`;
}
