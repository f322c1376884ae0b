import { lstatSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Folder in a project that has no cache folder of its own. */
export const ownFolder = ".letterpress";

/**
 * Where the inbox of a project keeps its mail: in the project's cache folder. Where that is shared
 * with other projects by a link, or there is none, in a folder of our own that git leaves out.
 *
 * @param asked the option, relative to the root; `false` for memory
 */
export function findInboxFolder(
  root: string,
  asked: string | false | undefined,
): string | undefined {
  if (asked === false) return undefined;
  return asked === undefined ? findCacheFolder(root, "inbox") : resolve(root, asked);
}

/** Where something of the preview's own is kept for a project, as the inbox's mail is. */
export function findCacheFolder(root: string, name: string): string {
  const modules = join(root, "node_modules");
  if (lstatSync(modules, { throwIfNoEntry: false })?.isDirectory()) {
    return join(modules, ".cache/letterpress", name);
  }
  return join(root, ownFolder, name);
}

/** Makes git leave out a folder of our own. */
export function hideFromGit(root: string, folder: string): void {
  const own = join(root, ownFolder);
  if (!folder.startsWith(own)) return;
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, ".gitignore"), "*\n");
}
