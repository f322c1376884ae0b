import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readPidFile } from "../../../src/outbox/embedded/pid-file.ts";

/** Megabytes of the files below a folder. */
export function diskMb(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).blocks * 512;
  }
  return bytes / 1e6;
}

/** Megabytes of memory of the server in a folder and its processes; what they share counts once. */
export function memoryMb(folder: string): number {
  const server = readPidFile(join(folder, "data"))?.pid;
  const family = readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
      return Number(pid) === server || Number(parent) === server;
    } catch {
      return false;
    }
  });
  const ofProcess = (pid: string) => {
    try {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
      return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1e3;
    } catch {
      return 0;
    }
  };
  return family.reduce((sum, pid) => sum + ofProcess(pid), 0);
}
