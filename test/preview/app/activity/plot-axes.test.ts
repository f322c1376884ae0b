import { expect, test } from "vitest";
import { wholeSteps, writeTimes } from "../../../../preview/app/activity/overview/plot-axes.ts";

/** Seconds since the epoch of a time of day, where the test runs. */
function at(day: number, hour: number): number {
  return new Date(2026, 10, day, hour).getTime() / 1_000;
}

test("marks within a day show the time, and the date at midnight", () => {
  const words = writeTimes([at(26, 18), at(27, 0), at(27, 6), at(27, 12)]);
  expect(words.map((text) => /^\d{2}:\d{2}$/.test(text))).toEqual([true, false, true, true]);
  expect(words[0]).toBe("18:00");
});

test("marks a day or more apart show the date, each another", () => {
  const words = writeTimes([at(2, 0), at(9, 0), at(16, 0)]);
  expect(words.every((text) => !text.includes(":"))).toBe(true);
  expect(new Set(words).size).toBe(3);
});

test("an axis of one mark, or of none", () => {
  expect(writeTimes([])).toEqual([]);
  expect(writeTimes([at(26, 18)])).toEqual(["18:00"]);
});

test("counts are marked at whole numbers", () => {
  expect(wholeSteps.slice(0, 5)).toEqual([1, 2, 5, 10, 20]);
  expect(wholeSteps.every(Number.isInteger)).toBe(true);
});
