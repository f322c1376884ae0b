import type { Stats } from "node:fs";
import type { FSWatcher } from "vite";
import { stateOf } from "../files/state-of.ts";

/** What happened to a file or a folder. */
export type FileEvent = "add" | "change" | "unlink" | "addDir" | "unlinkDir";

/**
 * Vite's watcher swallows a second change of a file within 50 ms of the first: what a formatter
 * writes after a save, or the end of a file that was first emptied. So each change is looked at
 * again after that time.
 */
const secondLookMs = 60;

/**
 * Follows a watcher, without losing what it loses.
 *
 * @param handle told of each event at once; of a file that is empty as yet, after the second look
 */
export function watchFiles(
  watcher: FSWatcher,
  handle: (event: FileEvent, path: string) => void,
): void {
  const looks = new Map<string, NodeJS.Timeout>();

  function lookAgainLater(path: string, seen: Stats | undefined): void {
    clearTimeout(looks.get(path));
    const look = setTimeout(() => {
      looks.delete(path);
      const now = stateOf(path);
      // Gone or as it was; an empty file has not been told of yet.
      if (!now || (seen && seen.size > 0 && isSame(seen, now))) return;
      if (seen && !isSame(seen, now)) lookAgainLater(path, now);
      handle("change", path);
    }, secondLookMs);
    look.unref();
    looks.set(path, look);
  }

  watcher.on("all", (event, path) => {
    if (event !== "change" && event !== "add") return handle(event as FileEvent, path);
    const stats = stateOf(path);
    lookAgainLater(path, stats);
    if (event === "add" || stats?.size !== 0) handle(event, path);
  });
}

function isSame(a: Stats, b: Stats): boolean {
  return a.mtimeMs === b.mtimeMs && a.size === b.size && a.ino === b.ino;
}
