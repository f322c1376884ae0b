import type { Figure, Unit } from "./note-figure.ts";

/** The columns of the table. */
export const header = ["what", "Letterpress", "beside", "", "better by"] as const;

/** How many times better ours is, whichever way the unit counts; below 1 it is worse. */
export function betterBy({ unit, ours, beside }: Figure): number | undefined {
  if (!beside) return undefined;
  return unit === "/s" ? ours / beside.figure : beside.figure / ours;
}

/** The figures as cells, a row each. */
export function toRows(figures: readonly Figure[]): readonly (readonly string[])[] {
  return figures.map((figure) => {
    const { what, unit, ours, beside } = figure;
    const times = betterBy(figure);
    return [
      ...[what, show(ours, unit), beside?.name ?? "–"],
      beside ? show(beside.figure, unit) : "–",
      times === undefined ? "–" : `${times < 10 ? times.toFixed(1) : times.toFixed(0)} ×`,
    ];
  });
}

/** Three digits that count. */
function show(value: number, unit: Unit): string {
  const digits = unit === "packages" || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const number = value.toFixed(digits);
  return unit === "/s" ? `${number}/s` : unit === "packages" ? number : `${number} ${unit}`;
}
