import { expect, test } from "vitest";
import { changedPart } from "../../../preview/app/code/changed-part.ts";

test.each([
  ["abc", "abc", null],
  ["abcdef", "abXdef", { from: 2, to: 3, insert: "X" }],
  ["aa", "aaa", { from: 2, to: 2, insert: "a" }],
  ["abc", "", { from: 0, to: 3, insert: "" }],
  ["", "abc", { from: 0, to: 0, insert: "abc" }],
])("from %j to %j, only %j changes", (before, after, change) => {
  expect(changedPart(before, after)).toEqual(change);
});
