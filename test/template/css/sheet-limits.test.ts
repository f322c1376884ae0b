import { describe, expect, test } from "vitest";
import { createCssCompiler } from "../../../src/template/css/create-css-compiler.ts";
import { loadLightningCss } from "../../../src/template/css/lightning.ts";
import { readSheetShape } from "../../../src/template/css/sheet-shape.ts";

const lightning = await loadLightningCss();
if (lightning === undefined) throw new Error("lightningcss is not installed");
let calls = 0;
const compiler = createCssCompiler(
  {
    transform: (options) => {
      calls++;
      return lightning.transform(options as never);
    },
  },
  50,
);

describe("readSheetShape()", () => {
  test.each([
    ["a{b:c}", { depth: 1, isNested: false, hasNestedMedia: false }],
    ["@media a{b{c:d}}", { depth: 2, isNested: false, hasNestedMedia: false }],
    ["@media a{@media b{c{d:e}}}", { depth: 3, isNested: false, hasNestedMedia: true }],
    ["@supports (a:b){@media c{d{e:f}}}", { depth: 3, isNested: false, hasNestedMedia: false }],
    ["a{b{c:d}}", { depth: 2, isNested: true, hasNestedMedia: false }],
    ["a{@media b{c:d}}", { depth: 2, isNested: true, hasNestedMedia: false }],
    ['a{content:"{{{"}/*{{*/b{c:d\\{e}', { depth: 1, isNested: false, hasNestedMedia: false }],
  ])("%s", (css, shape) => {
    expect(readSheetShape(css)).toMatchObject(shape);
  });

  test("knows how long the selectors are once nothing nests", () => {
    expect(readSheetShape("a,b{c,d{e:f}}").flatLength).toBe(3 + 4 * 3);
  });
});

describe("a style sheet that would take too long is left as it is, with the reason", () => {
  test.each([
    ["rules that are never closed", "a{b:c;".repeat(800), /more than 32 deep/],
    ["lists in lists", "a,b{b:c;".repeat(20) + "}".repeat(20), /64 kB of selectors/],
    ["references that double", "a{& & &{b:c;".repeat(12) + "}}".repeat(12), /64 kB/],
    [
      "media lists in media lists",
      `${"@media (width>1px),(height<2px){".repeat(15)}a{b:c}${"}".repeat(15)}`,
      /64 kB/,
    ],
    ["a sheet of 5 MB", ".a{color:rgb(0 0 0)}".repeat(250_000), /larger than 256 kB/],
  ])("%s", (_what, css, reason) => {
    calls = 0;
    const { css: result, fault } = compiler.lowerSheet(css);
    expect(result).toBe(css);
    expect(fault).toMatchObject({ kind: "excessive", message: expect.stringMatching(reason) });
    expect(calls).toBe(0);
  });
});

test("passes do not grow with the colours and the depth of a sheet", () => {
  calls = 0;
  const rules = Array.from({ length: 60 }, (_, at) => `.c${at}{color:oklch(0.5 0.2 ${at})}`);
  compiler.lowerSheet(`${rules.join("")}${"a{b:c;".repeat(30)}`);
  expect(calls).toBeLessThan(8);
});
