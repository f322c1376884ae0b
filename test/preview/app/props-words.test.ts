import { describe, expect, test } from "vitest";
import { describeKind } from "../../../preview/app/props/describe-kind.ts";
import { issuesAt } from "../../../preview/app/props/field-context.ts";
import { grown, moved } from "../../../preview/app/props/list-edits.ts";
import { nameOfLocale } from "../../../preview/app/props/name-of-locale.ts";
import { summarize } from "../../../preview/app/props/summarize.ts";

describe("the form of the props", () => {
  test.each([
    [{ kind: "text" }, ""],
    [{ kind: "text", format: "uri", optional: true }, "URL, optional"],
    [{ kind: "text", maxLength: 40 }, "up to 40"],
    [{ kind: "number", integer: true, minimum: 1 }, "whole number, at least 1"],
    [{ kind: "number", minimum: 0, maximum: 1 }, "number, 0 to 1"],
    [{ kind: "number", maximum: 9 }, "number, at most 9"],
    [{ kind: "switch", optional: true }, "optional"],
    [{ kind: "unknown" }, "anything"],
  ] as const)("says of %j: %s", (type, words) => {
    expect(describeKind(type)).toBe(words);
  });

  test("grows a list by what is in it, and moves its items", () => {
    expect(grown(["a", "b"], 5, () => "new")).toEqual(["a", "b", "a", "b", "a"]);
    expect(grown([], 2, () => "new")).toEqual(["new", "new"]);
    expect(grown(["a", "b"], 1, () => "new")).toEqual(["a"]);
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  });

  test("stands for what is folded with its first words", () => {
    const words = (value: Parameters<typeof summarize>[0]) =>
      summarize(value).replaceAll(/[\u2068\u2069]/g, "");
    expect(words({ id: "7", count: 3, title: "Ink", note: "" })).toBe("Ink · 7");
    expect(words({ a: 1, b: 2, c: 3 })).toBe("1 · 2");
    expect(words(["a", "b"])).toBe("2 items");
    expect(words({ $date: "2026-03-14T00:00:00.000Z" })).toBe("");
  });

  test("finds what is refused at a place, and below it", () => {
    const issues = [
      { path: ["lines", 1, "n"], message: "small" },
      { path: ["lines"], message: "few" },
      { path: ["line"], message: "none" },
    ];
    const at = (path: (string | number)[], below = false) =>
      issuesAt(issues, path, { below }).map(({ message }) => message);
    expect(at(["lines"])).toEqual(["few"]);
    expect(at(["lines"], true)).toEqual(["small", "few"]);
    expect(at(["lines", 1, "n"])).toEqual(["small"]);
    expect(at([])).toEqual([]);
  });

  test("names a language in its own words", () => {
    expect(nameOfLocale("de")).toBe("Deutsch · de");
    expect(nameOfLocale("ar")).toBe("العربية · ar");
    expect(nameOfLocale("not a tag")).toBe("not a tag");
  });
});
