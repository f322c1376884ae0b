import { describe, expect, test } from "vitest";
import { locateIssues, parseJson } from "../../../preview/app/props/json-problems.ts";

describe("props as JSON text", () => {
  test.each([
    ['{\n  "a": 1\n  "b": 2\n}', 3, "A comma belongs here"],
    ['{\n  "a": 1,\n}', 3, "A name in double quotes belongs here"],
    ['{\n  "a": [1, 2\n', 3, "A closing ] belongs here"],
    ["{\n  'a': 1\n}", 2, "This word is no JSON; a text needs double quotes"],
    ['{\n  "a": "x\n}', 2, "The text has no closing quote"],
    ['{\n\n  "a" 1\n}', 3, "A colon belongs here"],
    ['{\n  "a": "\\d"\n}', 2, "This is no escape; a backslash itself is written \\\\"],
    ['{ "a": 1 }\n\n7', 3, "Nothing may follow here"],
    ['{\n  // no\n  "a": 1\n}', 2, "JSON has no comments"],
    ["", 1, "A value belongs here"],
    ["\n[1]", 2, "Props are an object: { … }"],
    ["7", 1, "Props are an object: { … }"],
  ])("%j: line %i, %s", (text, line, message) => {
    const parsed = parseJson(text);
    expect(parsed.ok ? [] : parsed.problems).toContainEqual(
      expect.objectContaining({ line, message }),
    );
  });

  test("is read when it is right", () => {
    expect(parseJson('{"a":[null,{"b":"ü"}]}')).toEqual({
      ok: true,
      value: { a: [null, { b: "ü" }] },
    });
  });

  test("shows what a schema refuses at its line", () => {
    const text = JSON.stringify({ order: { lines: [{ n: 1 }, { n: 0 }] }, $$own: 1 }, null, 2);
    const found = locateIssues(text, [
      { path: ["order", "lines", 1, "n"], message: "too small" },
      { path: ["order", "lines", 1, "title"], message: "required" },
      { path: ["$own"], message: "no text" },
      { path: ["name"], message: "required" },
    ]);
    expect(found.map(({ line, message }) => [line, message])).toEqual([
      [8, "too small"],
      [7, "title: required"],
      [12, "no text"],
      [1, "name: required"],
    ]);
    expect(text.slice(found[0]?.from, found[0]?.to)).toBe("0");
  });
});
