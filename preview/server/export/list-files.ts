import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { normalizePath } from "vite";

/** A file of a folder. */
export interface ListedFile {
  /** Absolute. */
  readonly file: string;
  /** From the folder, with forward slashes. */
  readonly path: string;
}

/**
 * The files of a folder and those below it, sorted; none when there is no such folder. A link that
 * leads out of the folder is left out, as the live preview leaves it out.
 */
export async function listFiles(folder: string): Promise<readonly ListedFile[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const inside = `${await realpath(folder).catch(() => folder)}${sep}`;
  const files: ListedFile[] = [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    const real = await realpath(file).catch(() => "");
    const isFile = (await stat(file).catch(() => undefined))?.isFile() ?? false;
    if (isFile && real.startsWith(inside)) files.push({ file, path: normalizePath(name) });
  }
  return files;
}
