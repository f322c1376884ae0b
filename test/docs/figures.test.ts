import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { header, toRows } from "../bench/figures/figures-table.ts";
import type { Figure } from "../bench/figures/note-figure.ts";
import { readFigures, writeFigures } from "../bench/figures/write-readme.ts";
import { root } from "./code-blocks.ts";

const figures: readonly Figure[] = [
  { what: "render", unit: "ms", ours: 1.234, beside: { name: "`theirs`", figure: 2.468 } },
  { what: "sent", unit: "/s", ours: 5_000.4, beside: { name: "a pool", figure: 400 } },
  { what: "installed", unit: "packages", ours: 10, beside: { name: "others", figure: 42 } },
  { what: "on disk", unit: "MB", ours: 30.84, beside: { name: "others", figure: 15.42 } },
  { what: "alone", unit: "ms", ours: 12.34 },
];

test("a ratio tells how many times better, whichever way the unit counts", () => {
  expect(toRows(figures)).toEqual([
    ["render", "1.23 ms", "`theirs`", "2.47 ms", "2.0 ×"],
    ["sent", "5000/s", "a pool", "400/s", "13 ×"],
    ["installed", "10", "others", "42", "4.2 ×"],
    ["on disk", "30.8 MB", "others", "15.4 MB", "0.5 ×"],
    ["alone", "12.3 ms", "–", "–", "–"],
  ]);
});

describe("the README's figures", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");

  test("are written over by the command, and nothing else is", () => {
    const measured = { on: new Date("2026-02-03T23:30:00Z"), machine: "2 cores of an abacus" };
    const rows = toRows(figures);
    const written = writeFigures(readme, rows, measured);
    const { date, machine, rows: read } = readFigures(written);
    expect([date, machine]).toEqual(["3 February 2026", "2 cores of an abacus"]);
    expect(read).toEqual([[...header], header.map(() => "---"), ...rows]);
    // As often as one likes; and what stood before comes back whole.
    expect(writeFigures(written, rows, measured)).toBe(written);
    const lines = (text: string) => text.split("\n").filter((line) => !line.startsWith("|"));
    const around = (text: string) => lines(text).filter((line) => !line.startsWith("Measured on"));
    expect(around(written)).toEqual(around(readme));
    expect(() => writeFigures("# Other", rows, measured)).toThrow(/README\.md lacks/);
  });

  test("have the form that the command writes, and hold what it measures", () => {
    const { date, machine, rows } = readFigures(readme);
    expect(Number.isNaN(Date.parse(date))).toBe(false);
    expect(machine).toMatch(/^\d+ cores.*, \d+ GB, \w+ \w+, Node \d+\.\d+\.\d+$/);
    const [head, rule, ...all] = rows;
    expect([head, rule]).toEqual([[...header], header.map(() => "---")]);
    for (const what of [
      ...["render, HTML and text", "cold process → first email", "sent, composed and checked"],
      ...["the inbox takes", "outbox: put in", "webhooks taken", "variants checked"],
      ...["preview: start", "preview: save → seen", "installed for production", "on disk"],
    ]) {
      expect(all.filter(([cell = ""]) => cell.includes(what)).length, what).toBeGreaterThan(0);
    }
    for (const [what, ours = "", , theirs = "", times = ""] of all) {
      const [mine, other, ratio] = [ours, theirs, times].map(Number.parseFloat);
      const better = ours.endsWith("/s")
        ? Number(mine) / Number(other)
        : Number(other) / Number(mine);
      // Of what is written there are three digits, and of small ratios two.
      expect(Math.abs(better - Number(ratio)), what).toBeLessThanOrEqual(
        Math.max(0.06, better / 50),
      );
    }
  });
});
