import { randomUUID } from "node:crypto";
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../../clock.ts";
import { isProcessAlive } from "../../is-process-alive.ts";

/** A folder that no other inbox writes to meanwhile. */
export interface FolderLock {
  release(): void;
}

/** A holder says this often that it is still there, ms; after four times that it is taken for gone. */
const heartbeatMs = 5_000;
const staleMs = 4 * heartbeatMs;

/**
 * Locks a folder by a file in it. What a killed process left behind is taken over: at once when no
 * process has its number any more, else when it was silent for 20 s.
 *
 * @throws {Error} with `code` "EBUSY" when another inbox uses the folder
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, "lock");
  const mine = JSON.stringify({ pid: process.pid, token: randomUUID() });
  if (!tryWrite(path, mine)) {
    if (isHeld(path)) {
      const error = new Error(
        `Cannot open the inbox's folder: another inbox uses ${folder}; close it, or choose another folder`,
      );
      throw Object.assign(error, { code: "EBUSY" });
    }
    rmSync(path, { force: true });
    tryWrite(path, mine);
  }
  const released = new AbortController();
  void beat(path, released.signal);
  return {
    release() {
      released.abort();
      if (readLock(path) === mine) rmSync(path, { force: true });
    },
  };
}

async function beat(path: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await systemClock.sleep(heartbeatMs, { signal }).catch(() => undefined);
    if (!signal.aborted) touch(path);
  }
}

function tryWrite(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isHeld(path: string): boolean {
  const silentMs = systemClock.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return silentMs < staleMs && isProcessAlive(pidIn(readLock(path)));
}

function readLock(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function pidIn(content: string): number {
  try {
    const { pid } = JSON.parse(content);
    return Number.isInteger(pid) ? pid : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

function touch(path: string): void {
  const seconds = systemClock.now() / 1000;
  try {
    utimesSync(path, seconds, seconds);
  } catch {
    // The folder was deleted under us; the next write says so.
  }
}
