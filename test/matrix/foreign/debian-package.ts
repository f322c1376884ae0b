import { execFile } from "node:child_process";
import { chmod, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const cacheFolder = join(import.meta.dirname, "../../../node_modules/.cache/letterpress/debian");

/** Where the files of a package and of what it needs lie, and what lets its programs find them. */
export interface DebianPackage {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Fetches a Debian package, and what it needs and this machine lacks, and unpacks them in a folder.
 *
 * Nothing is installed: mail servers exclude each other (installing exim4 removes postfix), and a
 * package that is only unpacked starts no service and changes no file of the machine.
 *
 * @throws {Error} when there is no apt, or it cannot fetch the package
 */
export async function unpackDebianPackage(name: string): Promise<DebianPackage> {
  const folder = join(cacheFolder, name);
  const root = join(folder, "root");
  const done = join(folder, "unpacked");
  const isDone = await readdir(folder).then(
    (names) => names.includes("unpacked"),
    () => false,
  );
  if (!isDone) {
    await rm(folder, { recursive: true, force: true });
    const archives = join(folder, "archives");
    await mkdir(join(archives, "partial"), { recursive: true });
    await mkdir(root);
    await fetchArchives(name, archives);
    for (const file of await readdir(archives)) {
      if (file.endsWith(".deb")) await run("dpkg-deb", ["-x", join(archives, file), root]);
    }
    await rm(archives, { recursive: true });
    await writeFile(done, "");
  }
  return { root, env: { ...process.env, LD_LIBRARY_PATH: (await libraryFolders(root)).join(":") } };
}

async function fetchArchives(name: string, archives: string): Promise<void> {
  const fetch = () =>
    apt(
      ...["install", "--yes", "--no-install-recommends", "--reinstall", "--download-only"],
      // Only the archives of our own folder are touched, so no lock is needed.
      ...["-o", "Debug::NoLocking=true", "-o", `Dir::Cache::archives=${archives}`],
      // One of some forty archives may come late; a mirror that is away stays a failure.
      ...["-o", "Acquire::Retries=3", name],
    );
  const hasAny = async () => (await readdir(archives)).some((file) => file.endsWith(".deb"));
  try {
    await fetch();
  } catch (error) {
    if (isMissing(error)) {
      throw new Error(
        `Cannot fetch ${name}: there is no apt-get here; run this on Debian or Ubuntu`,
      );
    }
    await apt("update");
    await fetch();
  }
  if (!(await hasAny())) throw new Error(`Cannot fetch ${name}: apt-get brought no archive`);
}

async function apt(...args: readonly string[]): Promise<void> {
  await run("apt-get", [...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" },
    maxBuffer: 16 * 1024 * 1024,
  });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

async function libraryFolders(root: string): Promise<string[]> {
  const folders: string[] = [];
  for (const base of ["usr/lib", "lib"]) {
    const names = await readdir(join(root, base)).catch(() => []);
    for (const name of names) {
      if (/-linux-gnu/.test(name) || name === "postfix") folders.push(join(root, base, name));
    }
  }
  return folders;
}

/** Takes away what lets a program run as its owner: an unpacked one must stay with who runs it. */
export async function dropSetuid(file: string): Promise<void> {
  await chmod(file, 0o755);
}
