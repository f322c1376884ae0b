import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { tools } from "../../../preview/server/agent/tools/index.ts";

const root = resolve(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

test("what agents read is in the package, names every page of the docs, and its links lead somewhere", () => {
  expect(packageJson.files).toEqual(expect.arrayContaining(["AGENTS.md", "llms.txt", "docs"]));
  const listed = read("llms.txt");
  for (const page of readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"))) {
    expect(listed).toContain(`(docs/${page})`);
  }
  for (const file of ["AGENTS.md", "llms.txt", "docs/agents.md", "docs/cli.md"]) {
    for (const [, link = ""] of read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      expect(existsSync(join(root, dirname(file), link)), `${file}: ${link}`).toBe(true);
    }
  }
});

test("docs/agents.md names every tool", () => {
  const page = read("docs/agents.md");
  for (const { name } of tools) expect(page).toContain(`\`${name}\``);
});
