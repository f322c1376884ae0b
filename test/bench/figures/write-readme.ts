import { header } from "./figures-table.ts";

/** Between these lines of the README stands what the command wrote. */
const begins = "<!-- figures: npm run bench -- --write -->";
const ends = "<!-- figures end -->";

/** Where and when figures were taken. */
export interface Measured {
  readonly on: Date;
  /** Such as `2 cores of an Intel Xeon, 24 GB, Linux x64, Node 22.18.0`. */
  readonly machine: string;
}

/**
 * The README with other figures.
 *
 * @throws {Error} when it has no place for them
 */
export function writeFigures(
  readme: string,
  rows: readonly (readonly string[])[],
  { on, machine }: Measured,
): string {
  const [from, to] = [readme.indexOf(begins), readme.indexOf(ends)];
  if (from < 0 || to < from) throw new Error(`Cannot write: README.md lacks ${begins}, ${ends}`);
  const date = on.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = [header, header.map(() => "---"), ...rows].map(line).join("\n");
  const block = `${begins}\n\nMeasured on ${date} with ${machine}, in one run. Medians.\n\n${table}\n\n`;
  return `${readme.slice(0, from)}${block}${readme.slice(to)}`;
}

/** What the README quotes. @throws {Error} when it has no figures, or not in the form of {@link writeFigures} */
export function readFigures(readme: string): {
  readonly date: string;
  readonly machine: string;
  readonly rows: readonly (readonly string[])[];
} {
  const block = readme.slice(readme.indexOf(begins) + begins.length, readme.indexOf(ends));
  const [, date, machine, table = ""] =
    /^\n\nMeasured on (\d{1,2} \w+ \d{4}) with ([^\n]+), in one run\. Medians\.\n\n([\s\S]+?)\n\n$/.exec(
      block,
    ) ?? [];
  if (date === undefined || machine === undefined) {
    throw new Error("README.md quotes figures that npm run bench -- --write did not write");
  }
  const rows = table.split("\n").map((line) => line.slice(2, -2).split(" | "));
  return { date, machine, rows };
}
