import { expect, test } from "vitest";
import { nameVariants } from "../../../preview/thread/load/name-variants.ts";

const slugsOf = (...names: readonly string[]) =>
  nameVariants(Object.fromEntries(names.map((name) => [name, {}]))).map(({ slug }) => slug);

test("a variant has a slug of its words, `default` first, none twice", () => {
  expect(slugsOf("Forty lines!", "forty lines", "default", "ひとつ", "…")).toEqual([
    ...["default", "forty-lines", "forty-lines-2", "ひとつ", "variant"],
  ]);
});

test("an export has a file of each slug: none is a device of Windows", () => {
  expect(slugsOf("Con", "aux", "COM1", "console", "con-variant")).toEqual([
    ...["con-variant", "aux-variant", "com1-variant", "console", "con-variant-2"],
  ]);
});
