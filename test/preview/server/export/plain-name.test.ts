import { expect, test } from "vitest";
import { plainName } from "../../../../preview/server/export/plain-files.ts";
import { nameVariants } from "../../../../preview/thread/load/name-variants.ts";

test("no two variants and locales of an email have one file, and none that of the page", () => {
  const names = ["index", "Index!", "index variant", "index_", "index.de", "default"];
  const variants = nameVariants(Object.fromEntries(names.map((name) => [name, {}])));
  const files = variants.flatMap(({ slug }) =>
    [null, "de", "de-AT"].map((locale) => plainName(slug, locale)),
  );
  expect(new Set(files).size).toBe(files.length);
  expect(files).not.toContain("index");
});
