import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "./bundle/output-file.ts";
import { removeEmptyFolders } from "./remove-empty-folders.ts";

/** Names the files of the last build, so that the next removes those and no other. */
const listName = ".letterpress-build.json";

/** Node reads the modules as ES modules whatever the project is; a bundler drops what is unused. */
const packageFile: OutputFile = {
  path: "package.json",
  content: `${JSON.stringify({ type: "module", sideEffects: false }, undefined, 2)}\n`,
};

/** Writes a build over the last one. Files that no build wrote stay. */
export async function writeOutput(outDir: string, built: readonly OutputFile[]): Promise<void> {
  const files = [...built, packageFile];
  const paths = new Set(files.map(({ path }) => path));
  const stale = (await readList(outDir)).filter((path) => !paths.has(path));
  for (const { path, content } of files) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await writeFile(join(outDir, path), content);
  }
  await writeFile(join(outDir, listName), `${JSON.stringify([...paths].sort(), undefined, 2)}\n`);
  for (const path of stale) {
    await rm(join(outDir, path), { force: true });
    await removeEmptyFolders(outDir, dirname(path));
  }
}

async function readList(outDir: string): Promise<readonly string[]> {
  const text = await readFile(join(outDir, listName), "utf8").catch(() => "[]");
  const list: unknown = JSON.parse(text);
  const isInside = (path: unknown) =>
    typeof path === "string" && !/^\/|\\|(^|\/)\.\.(\/|$)/.test(path);
  return Array.isArray(list) ? list.filter(isInside) : [];
}
