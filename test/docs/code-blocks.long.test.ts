import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { type CodeBlock, codeBlocksOf, pages, root } from "./code-blocks.ts";

const folder = join(root, "node_modules/.cache/letterpress/docs");
const blocks = pages.flatMap(codeBlocksOf);
const typed = blocks.filter(({ language }) => ["ts", "tsx"].includes(language));

/** Each page is an app of its own; a block that names no file is a module beside the others. */
function fileOf({ page, line, language, file }: CodeBlock): string {
  return join(folderOf(page), file ?? `line-${line}.${language}`);
}

function folderOf(page: string): string {
  return join(folder, page.replace(/\W/g, "-"));
}

test("every block of TypeScript compiles, with the package as it is", () => {
  expect(typed.length).toBeGreaterThan(20);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "test/docs/known.d.ts"), join(folder, "known.d.ts"));
  for (const block of typed) {
    const file = fileOf(block);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${block.code}\nexport {};\n`);
  }
  // Of other built emails no page has the source.
  writeFileSync(
    join(folder, "built.d.ts"),
    `declare module "*.js" { const email: import("letterpress").Email<{ name: string; url: string }>; export default email; }\n`,
  );
  const options = {
    // Next and bundlers take imports without an ending.
    ...{ module: "preserve", moduleResolution: "bundler" },
    // A built email has the types of its source, where the page has that.
    rootDirs: pages.flatMap((page) => [folderOf(page), join(folderOf(page), "dist")]),
    noUnusedLocals: false,
    noUnusedParameters: false,
    isolatedModules: false,
    paths: Object.fromEntries(
      ["", "check", "inbox", "outbox", "testing", "webhook"].map((name) => [
        name === "" ? "letterpress" : `letterpress/${name}`,
        [join(root, "src", name, "index.ts")],
      ]),
    ),
  };
  const paths = { ...options.paths, "letterpress/vite": [join(root, "preview/server/index.ts")] };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      compilerOptions: { ...options, paths },
      include: ["."],
      exclude: [],
    }),
  );
  const tsc = join(
    dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin/tsc",
  );
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  expect(stdout.replaceAll(`${folder}/`, "")).toBe("");
});
