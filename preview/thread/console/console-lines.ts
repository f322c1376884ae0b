import type { ConsoleLine } from "../../protocol/index.ts";

const mostLines = 100;

/** Lines for the eye: the same one over and over is one with a count, and very many are cut. */
export function mergeLines(lines: readonly ConsoleLine[]): readonly ConsoleLine[] {
  const merged: ConsoleLine[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    if (last && isSame(last, line)) merged[merged.length - 1] = { ...last, count: last.count + 1 };
    else if (merged.length < mostLines) merged.push(line);
  }
  return merged;
}

/** The first half of what is there twice; all of what is not. */
export function firstHalf(lines: readonly ConsoleLine[]): readonly ConsoleLine[] {
  const half = lines.length / 2;
  const isTwice = lines.slice(0, half).every((line, index) => {
    const again = lines[half + index];
    return again !== undefined && isSame(line, again);
  });
  return isTwice ? lines.slice(0, half) : lines;
}

function isSame(a: ConsoleLine, b: ConsoleLine): boolean {
  return a.level === b.level && a.text === b.text && a.place?.line === b.place?.line;
}
