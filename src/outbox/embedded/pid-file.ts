import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { rename, unlink } from "node:fs/promises";
import { join } from "node:path";

/** What `postmaster.pid` says of a server. @see https://www.postgresql.org/docs/current/storage-file-layout.html */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** The whole file, to tell one from its successor. */
  readonly text: string;
}

const fileName = "postmaster.pid";

/** Reads which server has a data folder open, or had it when it was killed. */
export function readPidFile(data: string): RunningServer | undefined {
  try {
    const text = readFileSync(join(data, fileName), "utf8");
    const [pid, , , port] = text.split("\n");
    return { pid: Number(pid), port: Number(port ?? 0), text };
  } catch {
    return undefined;
  }
}

/**
 * What the process of a number is: after a restart of the machine, or in a container, the number of
 * a dead server may be another program's.
 */
export function inspectProcess(pid: number): "none" | "postgres" | "other" {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "none";
  }
  if (process.platform === "win32") return "postgres";
  try {
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    // A process that has ended and was not waited for has no command line.
    if (command === "") return "none";
    return command.includes("postgres") ? "postgres" : "other";
  } catch {
    return "none";
  }
}

/**
 * Removes the file that a dead server left, when its number belongs to another program now:
 * PostgreSQL itself would take that for a server. Otherwise the file must stay, since it leads
 * PostgreSQL to processes of the dead server that still live. A file that is another by now comes back.
 */
export async function removeStalePidFile(data: string, stale: RunningServer): Promise<void> {
  const file = join(data, fileName);
  const aside = `${file}.${process.pid}.stale`;
  try {
    await rename(file, aside);
    if (readFileSync(aside, "utf8") === stale.text) await unlink(aside);
    else await rename(aside, file);
  } catch {
    // Another process was quicker.
  }
}
