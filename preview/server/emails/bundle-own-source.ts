import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { isInUse, markInUse } from "../files/in-use.ts";

/** Where an entry's sources are: those of the package, or of the preview too. */
const foldersOf = (entry: string) =>
  entry.startsWith("src/") ? ["src"] : ["src", "preview/thread", "preview/protocol"];

/**
 * Makes one module of an entry of this package's sources and all that it imports, but for packages.
 * Two hundred files one by one would take most of the time that a start takes; and unchanged
 * sources are bundled once.
 *
 * @param entry relative to the package, such as `src/index.ts`
 * @returns the file, another one for other sources; it stays until this process ends
 */
export async function bundleOwnSource(packageRoot: string, entry: string): Promise<string> {
  const cache = join(packageRoot, "node_modules/.cache/letterpress");
  const name = entry.replace(/\W+/g, "-");
  const file = join(cache, `${name}-${stateOfSources(packageRoot, foldersOf(entry))}.mjs`);
  markInUse(file);
  if (existsSync(file)) return file;
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(packageRoot, entry)],
    absWorkingDir: packageRoot,
    ...{ bundle: true, packages: "external", platform: "node", format: "esm" },
    ...{ write: false, logLevel: "silent" },
  });
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, outputFiles[0]?.contents ?? "");
  renameSync(unfinished, file);
  dropOthers(cache, name, basename(file));
  return file;
}

/** Names, sizes and times of all source files: what differs when one of them was edited. */
function stateOfSources(packageRoot: string, folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders.map((one) => join(packageRoot, one))) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    for (const file of files) {
      const { size, mtimeMs } = statSync(join(folder, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/** A thread that is started again loads what it was first started with: that must stay. */
function dropOthers(cache: string, name: string, current: string): void {
  for (const file of readdirSync(cache)) {
    const isOld = file.startsWith(`${name}-`) && file.endsWith(".mjs") && file !== current;
    const path = join(cache, file);
    if (isOld && isStale(path) && !isInUse(path)) rmSync(path, { force: true });
  }
}

const staleAfterMs = 60_000;

function isStale(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > staleAfterMs;
}
