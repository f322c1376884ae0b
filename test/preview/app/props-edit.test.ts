import { describe, expect, test } from "vitest";
import {
  type AwkwardName,
  awkwardNames,
  awkwardValue,
  makeAllAwkward,
} from "../../../preview/app/props/awkward.ts";
import { setAt } from "../../../preview/app/props/path.ts";
import {
  blankOf,
  constantsOf,
  fieldsOf,
  fits,
  shapeOf,
} from "../../../preview/app/props/prop-types.ts";
import type { PropType } from "../../../preview/protocol/props/prop-type.ts";

const text = { kind: "text" } as const;
const object = (fields: Readonly<Record<string, PropType>>): PropType => ({
  kind: "object",
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
});

describe("an edit at a place", () => {
  const value = { order: { lines: [{ n: 1 }, { n: 2 }], to: { name: "Ada" } }, at: { $date: "x" } };

  test("changes that place and keeps all else the very same", () => {
    const next = setAt(value, ["order", "lines", 1, "n"], 7) as typeof value;
    expect(next.order.lines).toEqual([{ n: 1 }, { n: 7 }]);
    expect(next.order.lines[0]).toBe(value.order.lines[0]);
    expect(next.order.to).toBe(value.order.to);
  });

  test("removes, and makes what is on the way", () => {
    expect(setAt(value, ["order", "lines", 0], undefined)).toMatchObject({
      order: { lines: [{ n: 2 }] },
    });
    expect(setAt({ a: 1, b: 2 }, ["a"], undefined)).toEqual({ b: 2 });
    expect(setAt({}, ["a", "b", 0], null)).toEqual({ a: { b: [null] } });
    expect(setAt(value, ["at", "x"], 1)).toMatchObject({ at: { x: 1 } });
  });
});

describe("a type", () => {
  const way: PropType[] = [
    object({ kind: { kind: "choice", options: ["post"] }, place: text }),
    object({ kind: { kind: "choice", options: ["van"] } }),
  ];

  test("has a value to begin with, which fits it", () => {
    const whole = object({
      a: text,
      b: { kind: "number", minimum: 3 },
      c: { kind: "list", item: text, minItems: 2 },
      d: { ...text, optional: true },
      e: { kind: "union", options: way },
      f: { kind: "switch", fallback: true },
    });
    const blank = blankOf(whole);
    expect(blank).toEqual({ a: "", b: 3, c: ["", ""], e: { kind: "post", place: "" }, f: true });
    expect(fits(whole, blank)).toBe(true);
  });

  test("of several shapes is told by the part that differs", () => {
    expect(shapeOf(way, { kind: "van" })).toBe(1);
    expect(shapeOf(way, { kind: "post", place: "x" })).toBe(0);
    expect(shapeOf(way, { kind: "train" })).toBe(-1);
    const [post] = way;
    expect(post?.kind === "object" && constantsOf(post)).toEqual(["kind"]);
    expect(shapeOf([{ kind: "number" }, text], "x")).toBe(1);
    expect(shapeOf([object({ a: text }), object({ b: text })], { b: "x" })).toBe(1);
  });

  test("shows parts that only the value has", () => {
    const { fields } = { fields: fieldsOf({ kind: "object", fields: [] }, { a: "x", $$b: [1] }) };
    expect(fields).toEqual([
      { name: "a", type: text },
      { name: "$b", type: { kind: "list", item: { kind: "number" } } },
    ]);
  });
});

describe("awkward values", () => {
  test("are what they are called, and no longer than allowed", () => {
    expect(awkwardValue("long", text, "")?.length).toBeGreaterThan(300);
    expect(awkwardValue("empty", text, "x")).toBe("");
    expect(awkwardValue("right-to-left", text, "x")).toMatch(
      /[\u0590-\u05ff].*Ada.*[\u0600-\u06ff]/,
    );
    expect(awkwardValue("HTML", text, "x")).toContain("<script>");
    expect(awkwardValue("long", { ...text, maxLength: 10 }, "")).toHaveLength(10);
    expect(awkwardValue("long", text, "https://a.example/")).toMatch(/^https:\/\/\S{200}/);
    expect(awkwardValue("emoji", { ...text, format: "date" }, "")).toBeUndefined();
    for (const name of awkwardNames) {
      const url = awkwardValue(name, { ...text, format: "uri" }, "");
      if (url) expect(URL.canParse(url)).toBe(true);
    }
  });

  test.each(awkwardNames)("for all text: %s, where any words may stand", (name: AwkwardName) => {
    const kept = {
      number: "FC-20418",
      currency: "GBP",
      zone: "Europe/London",
      image: "/static/mark.png",
      url: "https://shop.example/1",
      to: "ada@shop.example",
      on: "2026-03-14",
      lang: "en-GB",
      tone: "notice",
      count: 3,
      at: { $date: "2026-03-14T00:00:00.000Z" },
      code: "ABC",
    };
    const type = object({
      tone: { kind: "choice", options: ["notice", "plain"] },
      code: { ...text, pattern: "^[A-Z]{3}$" },
    });
    const changed = makeAllAwkward(name, type, { ...kept, title: "Ink", lines: [{ note: "Dry" }] });
    const value = awkwardValue(name, text, "x");
    expect(changed).toEqual({ ...kept, title: value, lines: [{ note: value }] });
  });
});
