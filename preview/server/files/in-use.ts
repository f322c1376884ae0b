import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { isProcessAlive } from "../../../src/is-process-alive.ts";

/** A process elsewhere that shares the disk cannot be asked whether it runs; so long it may. */
const longestElsewhereMs = 24 * 60 * 60_000;

const mark = ".used-by-";

/**
 * Says that this process uses a file or folder of a cache, until it ends or releases it: whoever
 * tidies the cache is to leave it. Said before one looks whether it is there.
 */
export function markInUse(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(markOf(path), "");
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Not made yet; and where nothing can be written, no one drops anything.
  }
}

/** Takes back what {@link markInUse} said. */
export function releaseUse(path: string): void {
  rmSync(markOf(path), { force: true });
}

/** Whether a process that runs uses it. Forgets those that have ended. */
export function isInUse(path: string): boolean {
  const folder = dirname(path);
  const prefix = basename(path) + mark;
  const marks = readdirSync(folder).filter((name) => name.startsWith(prefix));
  return marks.map((name) => isHeld(folder, name, prefix)).includes(true);
}

function isHeld(folder: string, name: string, prefix: string): boolean {
  const [host, pid] = name.slice(prefix.length).split("-");
  const file = join(folder, name);
  const held = host === hostId() ? isProcessAlive(Number(pid)) : isRecent(file);
  if (!held) rmSync(file, { force: true });
  return held;
}

function isRecent(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < longestElsewhereMs;
}

function markOf(path: string): string {
  return `${path}${mark}${hostId()}-${process.pid}`;
}

function hostId(): string {
  return createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
}
