import { describe, expect, test } from "vitest";
import { findMoved, type Pixels } from "../../../../preview/app/pictures/what-moved.ts";

const width = 40;

/** A picture of rows, each of one colour but for where it says otherwise. */
function picture(rows: readonly (number | readonly [colour: number, from: number, to: number])[]) {
  const data = new Uint32Array(rows.length * width);
  for (const [row, kind] of rows.entries()) {
    const [colour, from, to] = typeof kind === "number" ? [kind, 0, width] : kind;
    data.fill(1, row * width, (row + 1) * width);
    data.fill(colour, row * width + from, row * width + to);
  }
  return { width, height: rows.length, data } satisfies Pixels;
}

const rows = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

describe("two pictures", () => {
  test("that are the same differ nowhere", () => {
    expect(findMoved(picture(rows(10, 200)), picture(rows(10, 200)))).toEqual([]);
  });

  test("differ where something came, and the rest is lower by its height", () => {
    const before = picture([...rows(100, 50), ...rows(200, 50)]);
    const after = picture([...rows(100, 50), ...rows(900, 24), ...rows(200, 50)]);
    expect(findMoved(before, after)).toEqual([
      {
        ...{ kind: "added", before: { top: 50, height: 0 }, after: { top: 50, height: 24 } },
        ...{ left: 0, width, shift: 24 },
      },
    ]);
    expect(findMoved(after, before)).toMatchObject([{ kind: "removed", shift: -24 }]);
  });

  test("differ in a part of the width, and at several places", () => {
    const same = rows(100, 30);
    const before = picture([...same, [7, 5, 9], ...rows(200, 30), [7, 0, 4], ...rows(300, 5)]);
    const after = picture([...same, [7, 5, 21], ...rows(200, 30), [8, 2, 3], ...rows(300, 5)]);
    expect(findMoved(before, after)).toMatchObject([
      { kind: "changed", after: { top: 30, height: 1 }, left: 9, width: 12, shift: 0 },
      { kind: "changed", after: { top: 61, height: 1 }, shift: 0 },
    ]);
  });

  test("differ at one place where the changes are close to each other", () => {
    const before = picture([...rows(100, 20), 1, ...rows(200, 3), 2, ...rows(300, 20)]);
    const after = picture([...rows(100, 20), 5, ...rows(200, 3), 6, ...rows(300, 20)]);
    expect(findMoved(before, after)).toMatchObject([{ after: { top: 20, height: 5 } }]);
  });
});
