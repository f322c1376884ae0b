import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPackageOfName } from "../../../preview/server/emails/package-of-name.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "letterpress-barrel-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The names of a barrel, each asked for by itself. */
async function findAll(barrel: string, names: readonly string[]) {
  const find = createPackageOfName(
    barrel,
    async (specifier) => join(folder, `${specifier}.mjs`),
    async (specifier) => `address of ${specifier}`,
  );
  return Promise.all(names.map((name) => find(name)));
}

describe("createPackageOfName()", () => {
  test("finds the file of what a barrel imports and exports, as react-email 6 does", async () => {
    const barrel = join(folder, "imported.mjs");
    await writeFile(
      barrel,
      'import { Body } from "./body.mjs";\nimport { Row as Line } from "./row.mjs";\n' +
        'export { Hr } from "./hr.mjs";\nconst own = 1;\nexport { Body, Line, own };\n',
    );
    expect(await findAll(barrel, ["Body", "Hr", "Line", "own", "Missing"])).toEqual([
      "address of ./body.mjs",
      "address of ./hr.mjs",
      // Another name, and what is no import: the barrel itself has to be asked.
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("finds the package of what a barrel exports whole, as @react-email/components does", async () => {
    const barrel = join(folder, "whole.mjs");
    await writeFile(barrel, 'export * from "html";\nexport * from "text";\n');
    await writeFile(join(folder, "html.mjs"), "export const Html = 1;\n");
    await writeFile(join(folder, "text.mjs"), "export const Text = 1; export const long = 2;\n");
    expect(await findAll(barrel, ["Html", "Text", "Missing"])).toEqual(["html", "text", undefined]);
  });

  test("finds a file for each component of the installed react-email", async () => {
    const barrel = createRequire(import.meta.url)
      .resolve("react-email")
      .replace(/\.cjs$/, ".mjs");
    const names = ["Body", "Button", "Html", "Tailwind", "Text", "Markdown", "CodeBlock"];
    const found = await findAll(barrel, names);
    for (const [index, name] of names.entries()) {
      expect(found[index], name).toMatch(/^address of \.\/components\/.+\.mjs$/);
    }
  });
});
