import { expect, test } from "vitest";
import { isTrue, type Told, tally } from "./tally.ts";

const told = (...all: readonly (readonly [string, Told])[]) => new Map(all);

test("a tally of what was told and taken counts both", () => {
  const all = told(["a", "sent"], ["b", "not-sent"], ["c", "unknown"], ["d", "unknown"]);
  const counted = tally(all, ["a", "c"]);
  expect(counted).toMatchObject({ messages: 4, taken: 2, sent: 1, notSent: 1 });
  expect(counted).toMatchObject({ unknown: 2, unknownButTaken: 1 });
  expect(isTrue(counted)).toBe(true);
});

test.each<[string, Told, string[], object]>([
  ["lost: told sent and not there", "sent", [], { lost: ["a"] }],
  ["doubled: told sent and there twice", "sent", ["a", "a"], { doubled: ["a"] }],
  ["doubled: unknown and there twice", "unknown", ["a", "a"], { doubled: ["a"] }],
  ["denied: told not sent and there", "not-sent", ["a"], { denied: ["a"] }],
  ["doubled: there twice and nobody sent it", "sent", ["a", "b", "b"], { doubled: ["b"] }],
])("what was told is not true of a message %s", (_case, what, taken, found) => {
  const counted = tally(told(["a", what]), taken);
  expect(counted).toMatchObject(found);
  expect(isTrue(counted)).toBe(false);
});
