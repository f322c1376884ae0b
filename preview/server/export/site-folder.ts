import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, normalize } from "node:path";
import { removeEmptyFolders } from "../../../src/build/remove-empty-folders.ts";

/** A folder that is being written: nothing of it shows before it is published. */
export interface SiteFolder {
  write(path: string, content: string | Uint8Array): Promise<void>;
  copy(file: string, path: string): Promise<void>;
  /** Puts all that was written in place, and removes what an earlier export left. @returns how many files there are */
  publish(): Promise<number>;
  /** Forgets all that was written; does nothing after {@link publish}. */
  discard(): Promise<void>;
}

/** Names the files of the last export: the mark by which a folder is known to be one. */
const listName = ".letterpress-export.json";
const unfinishedPrefix = ".letterpress-unfinished-";

/**
 * Opens a folder to export into. Files that no export wrote stay, those that begin with a dot
 * (a `.git`, say) also in a folder that was never exported into.
 *
 * @throws {Error} when other files stand there that no export wrote
 */
export async function openSiteFolder(outDir: string): Promise<SiteFolder> {
  const before = await readList(outDir);
  const standing = await readdir(outDir).catch(() => []);
  if (!before && standing.some((name) => !name.startsWith("."))) {
    throw new Error(
      `Cannot export: ${outDir} holds files that no export wrote; empty it, or name another folder with --out`,
    );
  }
  // What a process left that was ended in the middle.
  const left = standing.filter((name) => name.startsWith(unfinishedPrefix));
  for (const name of left) await rm(join(outDir, name), { recursive: true, force: true });
  const unfinished = join(outDir, `${unfinishedPrefix}${process.pid}`);
  const paths = new Set<string>();

  async function claim(path: string): Promise<string> {
    if (!isInside(path)) throw new Error(`Cannot export: "${path}" is no path inside the folder`);
    if (paths.has(path))
      throw new Error(
        `Cannot export: two files would be ${path}; rename one of what they come from`,
      );
    paths.add(path);
    const file = join(unfinished, path);
    await mkdir(dirname(file), { recursive: true });
    return file;
  }

  return {
    write: async (path, content) => writeFile(await claim(path), content),
    copy: async (file, path) => cp(file, await claim(path)),
    async publish() {
      const stale = (before ?? []).filter((path) => !paths.has(path));
      // From here on all of them are known as ours, should this be the last that is done.
      await writeList(outDir, unfinished, [...paths, ...stale]);
      for (const path of [...paths].sort()) {
        await replaceFile(join(unfinished, path), join(outDir, path));
      }
      for (const path of stale) {
        await rm(join(outDir, path), { force: true });
        await removeEmptyFolders(outDir, dirname(path));
      }
      await writeList(outDir, unfinished, [...paths]);
      await rm(unfinished, { recursive: true, force: true });
      return paths.size;
    },
    discard: () => rm(unfinished, { recursive: true, force: true }),
  };
}

/** Whoever reads the folder meanwhile gets the old file or the new one, whole. */
async function replaceFile(from: string, to: string): Promise<void> {
  const [next, last] = await Promise.all([readFile(from), readFile(to).catch(() => undefined)]);
  // What did not change keeps its date, and need not be uploaded again.
  if (last?.equals(next)) return;
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

async function readList(outDir: string): Promise<readonly string[] | undefined> {
  const text = await readFile(join(outDir, listName), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter(isInside) : [];
}

async function writeList(outDir: string, unfinished: string, paths: readonly string[]) {
  const file = join(unfinished, listName);
  await mkdir(unfinished, { recursive: true });
  await writeFile(file, `${JSON.stringify([...paths].sort(), undefined, 2)}\n`);
  await rename(file, join(outDir, listName));
}

/** A list may have been written by hand: nothing outside is ever touched. */
function isInside(path: unknown): path is string {
  return (
    typeof path === "string" &&
    path !== "" &&
    !isAbsolute(path) &&
    !normalize(path).startsWith("..")
  );
}
