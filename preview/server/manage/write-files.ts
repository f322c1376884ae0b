import { existsSync, realpathSync } from "node:fs";
import { mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { normalizePath } from "vite";
import { removeEmptyFolders } from "../../../src/build/remove-empty-folders.ts";
import { Refusal } from "../api/answer.ts";
import type { SourceFolders } from "../checks/fix/source-files.ts";
import type { PlannedFile } from "./planned-file.ts";

/**
 * Writes, moves and deletes files of the project, all of them or none: each must be as it was when
 * the change was planned, and nothing may stand where a new one goes.
 *
 * @throws {Refusal} saying why not; then the files are as they were
 */
export async function writeFiles(
  files: readonly PlannedFile[],
  folders: SourceFolders,
): Promise<void> {
  for (const file of files) await assertPossible(file, folders);
  const done: PlannedFile[] = [];
  try {
    for (const file of files) {
      done.push(file);
      await writeOne(file);
    }
  } catch (error) {
    for (const file of done.reverse()) await takeBack(file);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(409, `Cannot write the files: ${reason}; nothing was changed`);
  }
  for (const { before, after } of files) {
    if (before && before.path !== after?.path) {
      const folder = relative(folders.emailsDir, dirname(before.path));
      if (!folder.startsWith("..")) await removeEmptyFolders(folders.emailsDir, folder || ".");
    }
  }
}

async function assertPossible(
  { before, after }: PlannedFile,
  folders: SourceFolders,
): Promise<void> {
  const name = (path: string) => normalizePath(relative(folders.root, path));
  if (before) {
    const bytes = await readFile(before.path).catch(() => undefined);
    if (!bytes?.equals(before.bytes)) {
      const reason = bytes ? "it changed meanwhile" : "it is not there any more";
      throw new Refusal(409, `Cannot change ${name(before.path)}: ${reason}; look at it again`);
    }
    await assertOwn(before.path, name(before.path), folders);
  }
  if (!after || after.path === before?.path) return;
  if (existsSync(after.path) && !(before && isSameFile(before.path, after.path))) {
    throw new Refusal(409, `Cannot write ${name(after.path)}: it is there already`);
  }
  await assertOwn(existingFolder(dirname(after.path)), name(after.path), folders);
}

/** A link in the project may lead out of it, and what is there is another's. */
async function assertOwn(path: string, name: string, folders: SourceFolders): Promise<void> {
  const real = normalizePath(await realpath(path));
  const own = [folders.root, folders.emailsDir].filter(existsSync).map((one) => realpathSync(one));
  const isOwn = own.some((folder) => `${real}/`.startsWith(`${normalizePath(folder)}/`));
  if (isOwn && !real.includes("/node_modules/")) return;
  throw new Refusal(403, `Cannot change ${name}: it is no file of this project`);
}

/** The folder itself, or the first above it that is there. */
function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(folder));
}

/** `welcome` and `Welcome` are one file on some disks. */
function isSameFile(one: string, other: string): boolean {
  return realpathSync.native(one) === realpathSync.native(other);
}

async function writeOne({ before, after }: PlannedFile): Promise<void> {
  if (!after) {
    if (before) await rm(before.path);
    return;
  }
  const { path, bytes, mode } = after;
  await mkdir(dirname(path), { recursive: true });
  if (!before) {
    // Whoever was faster keeps what is there.
    await writeFile(path, bytes, { flag: "wx", mode });
    return;
  }
  if (before.path !== path) await rename(before.path, path);
  if (!bytes.equals(before.bytes)) await writeFile(path, bytes);
}

/** Undoes what was done of one file, as far as it was. */
async function takeBack({ before, after }: PlannedFile): Promise<void> {
  try {
    if (!before) {
      const now = after && (await readFile(after.path).catch(() => undefined));
      if (after && now?.equals(after.bytes)) await rm(after.path);
      return;
    }
    if (after && after.path !== before.path && !existsSync(before.path)) {
      await rename(after.path, before.path);
    }
    await writeFile(before.path, before.bytes, { mode: before.mode });
  } catch {
    // What can be put back is; the first failure is the one that is told.
  }
}
