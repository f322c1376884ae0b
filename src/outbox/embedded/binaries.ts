import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The programs of one PostgreSQL. */
export interface Binaries {
  /** Folder that holds `initdb` and `postgres`. */
  readonly folder: string;
  /** Major version, such as 18. */
  readonly major: number;
  /** What their environment needs beside the usual. */
  readonly env: Readonly<Record<string, string>>;
}

/** Path of one of the programs. */
export function programPath(folder: string, name: "initdb" | "postgres"): string {
  return join(folder, process.platform === "win32" ? `${name}.exe` : name);
}

/** Asks a `postgres` for its version. @returns the major version; `undefined` when it does not run */
export async function majorVersion(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  try {
    const { stdout } = await run(programPath(folder, "postgres"), ["--version"], {
      env: { ...process.env, ...env },
    });
    const major = /\b(\d+)(?:\.\d+|devel|beta\d+|rc\d+)?/.exec(stdout)?.[1];
    return major === undefined ? undefined : Number(major);
  } catch {
    return undefined;
  }
}

/** The programs that were used before. @returns `undefined` when they are gone, or are of another version */
export async function recallBinaries(
  file: string,
  major: number | undefined,
): Promise<Binaries | undefined> {
  try {
    const known: Binaries = JSON.parse(await readFile(file, "utf8"));
    const isThere = existsSync(programPath(known.folder, "postgres"));
    return isThere && known.major === major ? known : undefined;
  } catch {
    return undefined;
  }
}

/** Notes which programs are used. That it cannot be noted costs time only. */
export async function rememberBinaries(file: string, binaries: Binaries): Promise<void> {
  await writeFile(file, JSON.stringify(binaries)).catch(() => {});
}
