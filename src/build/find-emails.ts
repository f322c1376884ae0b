import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { isEmailFileName, isEmailFolderName, toEmailId } from "./email-path.ts";
import { isEmailSource } from "./is-email-source.ts";

/** An email on disk. */
export interface FoundEmail {
  /** Path below the emails folder without its ending, with forward slashes on every platform. */
  readonly id: string;
  /** Absolute path, through symbolic links as they stand. */
  readonly path: string;
  /** The same without symbolic links: as Vite's module graph names it, with forward slashes. */
  readonly realPath: string;
  /** Last change, ms since the epoch. */
  readonly modifiedAt: number;
}

/** What was read of a file before, so that an unchanged one is not read again. */
export type SourceCache = Map<string, { readonly modifiedAt: number; readonly isEmail: boolean }>;

interface Folder {
  readonly path: string;
  readonly realPath: string;
  /** Path below the emails folder, ending in a slash, or empty. */
  readonly prefix: string;
  /** Real paths of this folder and those around it: a link to one of them is a cycle. */
  readonly trail: readonly string[];
}

/**
 * Finds the emails below a folder, in any depth, sorted by id. Runs none of them.
 *
 * Symbolic links are followed, cycles are not. A folder that is not there holds no emails.
 * Synchronous on purpose: a thousand files take a fifth of the time that promises take.
 */
export function findEmails(emailsDir: string, cache: SourceCache): readonly FoundEmail[] {
  const realPath = orUndefined(() => realpathSync(emailsDir));
  if (realPath === undefined) return [];
  const found = walk({ path: emailsDir, realPath, prefix: "", trail: [realPath] }, cache);
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  // `welcome.js` beside `welcome.tsx` is one id: the last in the alphabet is the source.
  const byId = new Map(found.map((email) => [email.id, email]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function walk(folder: Folder, cache: SourceCache): FoundEmail[] {
  const entries = orUndefined(() => readdirSync(folder.path, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => visit(folder, entry, cache));
}

function visit(folder: Folder, entry: Dirent, cache: SourceCache): FoundEmail[] {
  const { name } = entry;
  const realPath = join(folder.realPath, name);
  if (entry.isFile()) return readEmail(folder, name, realPath, cache);
  if (entry.isDirectory()) return walkInto(folder, name, realPath, cache);
  if (!entry.isSymbolicLink()) return [];
  const path = join(folder.path, name);
  const target = orUndefined(() => ({ stats: statSync(path), realPath: realpathSync(path) }));
  if (target?.stats.isFile()) return readEmail(folder, name, target.realPath, cache);
  if (!target?.stats.isDirectory() || folder.trail.includes(target.realPath)) return [];
  return walkInto(folder, name, target.realPath, cache);
}

function walkInto(folder: Folder, name: string, realPath: string, cache: SourceCache) {
  if (!isEmailFolderName(name)) return [];
  const path = join(folder.path, name);
  const prefix = `${folder.prefix}${name}/`;
  return walk({ path, realPath, prefix, trail: [...folder.trail, realPath] }, cache);
}

function readEmail(
  folder: Folder,
  name: string,
  realPath: string,
  cache: SourceCache,
): FoundEmail[] {
  if (!isEmailFileName(name)) return [];
  const path = join(folder.path, name);
  const modifiedAt = orUndefined(() => statSync(path).mtimeMs);
  // Deleted since the folder was read: the watcher tells, and the list is made anew.
  if (modifiedAt === undefined) return [];
  const known = cache.get(path);
  const isEmail =
    known?.modifiedAt === modifiedAt
      ? known.isEmail
      : isEmailSource(orUndefined(() => readFileSync(path, "utf8")) ?? "");
  cache.set(path, { modifiedAt, isEmail });
  if (!isEmail) return [];
  const id = toEmailId(folder.prefix + name);
  return [{ id, path, realPath: realPath.replaceAll("\\", "/"), modifiedAt }];
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
