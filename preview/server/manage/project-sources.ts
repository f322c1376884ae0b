import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { normalizePath } from "vite";

/** A source file of the project. */
export interface ProjectSource {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly code: string;
}

const sourceEnding = /\.[cm]?[jt]sx?$/;
/** What is made of the sources, or is another's. */
const otherFolders = new Set(["node_modules", "dist", "coverage"]);
/** So many files are read at a time. */
const atOnce = 32;

/**
 * Reads the source files of some folders: all of JavaScript and TypeScript but packages, what is
 * built, and folders whose name begins with a dot.
 */
export async function readProjectSources(
  folders: readonly string[],
): Promise<readonly ProjectSource[]> {
  const paths = new Set<string>();
  for (const folder of folders) for (const path of await listSources(folder)) paths.add(path);
  const all = [...paths].sort();
  const sources: ProjectSource[] = [];
  for (let at = 0; at < all.length; at += atOnce) {
    const read = all.slice(at, at + atOnce).map(async (path) => {
      const code = await readFile(path, "utf8").catch(() => undefined);
      return code === undefined ? [] : [{ path, code }];
    });
    sources.push(...(await Promise.all(read)).flat());
  }
  return sources;
}

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isFile() && sourceEnding.test(name)) found.push(normalizePath(join(folder, name)));
    if (entry.isDirectory() && !name.startsWith(".") && !otherFolders.has(name)) {
      found.push(...(await listSources(join(folder, name))));
    }
  }
  return found;
}
