import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isProcessAlive } from "../../is-process-alive.ts";

/**
 * Takes a lock: a file that names this process. One whose process is gone is taken over.
 *
 * @param what is locked, for the message
 * @returns what gives it back
 * @throws {Error} when another process has it
 */
export function lockFile(file: string, what: string): () => void {
  const own = `${file}.${process.pid}`;
  try {
    // Linked, so that it is never there without its content.
    writeFileSync(own, String(process.pid));
    for (;;) {
      try {
        linkSync(own, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const owner = readOwner(file);
      if (isAnotherAlive(owner)) {
        throw new Error(`process ${owner} writes it now; wait for it, or end it`);
      }
      removeStale(file, `${own}.stale`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot lock ${what}: ${reason}`, { cause: error });
  } finally {
    rmSync(own, { force: true });
  }
}

/** Another process may have taken it over meanwhile: then it gets it back. */
function removeStale(file: string, aside: string): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (isAnotherAlive(readOwner(aside))) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function readOwner(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return Number.NaN;
  }
}

/** Another one: what this process left behind earlier is stale. */
function isAnotherAlive(pid: number): boolean {
  return pid !== process.pid && isProcessAlive(pid);
}
