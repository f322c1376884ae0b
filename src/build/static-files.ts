import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { OutputFile } from "./bundle/output-file.ts";
import { toSlashes } from "./options.ts";

/** Reads the static folder whole, hidden files apart; empty when there is none. */
export async function readStaticFiles(folder: string): Promise<OutputFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => toSlashes(relative(folder, join(entry.parentPath, entry.name))))
    .filter((path) => !path.split("/").some((name) => name.startsWith(".")));
  return Promise.all(
    paths.map(async (path) => ({
      path: `static/${path}`,
      content: await readFile(join(folder, path)),
    })),
  );
}
