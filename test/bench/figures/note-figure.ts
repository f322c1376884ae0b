import { appendFileSync } from "node:fs";

/** What is counted. Fewer `ms`, `MB` and `packages` are better, more `/s` are. */
export type Unit = "ms" | "/s" | "MB" | "packages";

/** One line of the table of figures. */
export interface Figure {
  /** Such as `render a receipt, HTML and text`. */
  readonly what: string;
  readonly unit: Unit;
  readonly ours: number;
  /** What people use instead, measured in the same run; left out where there is nothing. */
  readonly beside?: { readonly name: string; readonly figure: number };
}

/** Where `npm run bench` wants figures to be noted. */
export const figuresVariable = "LETTERPRESS_BENCH_FIGURES";

/** Notes a figure for the table. Does nothing where a benchmark runs by itself. */
export function noteFigure(figure: Figure): void {
  const file = process.env[figuresVariable];
  if (!file) return;
  const all = [figure.ours, figure.beside?.figure ?? 1];
  if (!all.every((one) => Number.isFinite(one) && one > 0)) {
    throw new Error(`Cannot note "${figure.what}": ${all.join(", ")} are no figures`);
  }
  appendFileSync(file, `${JSON.stringify(figure)}\n`);
}
