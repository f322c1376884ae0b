import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { isInUse, markInUse, releaseUse } from "../files/in-use.ts";
import { changedAt } from "../files/state-of.ts";
import { hashAppSource } from "./app-source.ts";

/** So many built apps are kept, so that switching between branches costs nothing. */
const mostKept = 5;

/** No build takes that long. */
const longestBuildMs = 10 * 60_000;

/**
 * Builds the app from its sources, unless the very same was built before.
 *
 * It runs as `vite build` in a process of its own: on another core, and with `NODE_ENV` of its
 * own, by which React tells a production build.
 *
 * @returns the folder of the built app; it stays until this process ends or releases it
 * @throws {Error} with what Vite printed
 */
export async function buildApp(packageRoot: string, signal?: AbortSignal): Promise<string> {
  const cache = join(packageRoot, "node_modules/.cache/letterpress");
  const folder = join(cache, `app-${hashAppSource(packageRoot)}`);
  markInUse(folder);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = join(cache, `unfinished-${process.pid}-${Date.now()}`);
  try {
    await runViteBuild(packageRoot, unfinished, signal);
    moveUnlessThere(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) releaseUse(folder);
    throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  dropOldest(cache, folder);
  dropUnfinished(cache);
  return folder;
}

/** Another server may have been faster; its app is the same. */
function moveUnlessThere(from: string, to: string): void {
  try {
    if (!existsSync(to)) renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

async function runViteBuild(
  packageRoot: string,
  outDir: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const require = createRequire(join(packageRoot, "package.json"));
  const vite = join(dirname(require.resolve("vite/package.json")), "bin/vite.js");
  const args = [vite, "build", "--outDir", outDir, "--logLevel", "warn"];
  const child = spawn(process.execPath, args, {
    cwd: packageRoot,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status !== 0)
    throw new Error(`Cannot build the preview's app:\n${stripVTControlCharacters(printed).trim()}`);
}

function dropOldest(cache: string, current: string): void {
  const built = readdirSync(cache, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith("app-"))
    .map((entry) => join(cache, entry.name))
    .filter((folder) => folder !== current)
    .sort((a, b) => changedAt(b) - changedAt(a));
  for (const folder of built.slice(mostKept - 1)) {
    // A server that runs serves from it, and a page that is open may fetch more.
    if (!isInUse(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

/** What a process left that was ended in the middle of a build. */
function dropUnfinished(cache: string): void {
  const left = readdirSync(cache).filter((name) => name.startsWith("unfinished-"));
  for (const folder of left.map((name) => join(cache, name))) {
    if (Date.now() - changedAt(folder) > longestBuildMs) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
