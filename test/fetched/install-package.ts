import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Bundled or not, the project is the folder that scripts run in. */
const cache = resolve("node_modules/.cache/letterpress/rivals");

/**
 * Installs a package that is too large, or too seldom needed, to be a dependency: once, into a folder
 * of the cache, without install scripts.
 *
 * @param name the package
 * @param version exact
 * @param beside what is installed with it
 * @returns the folder, with a `node_modules` in it
 */
export async function installFolder(
  name: string,
  version: string,
  beside: readonly string[] = [],
): Promise<string> {
  const folder = join(cache, `${name}-${version}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    await mkdir(draft, { recursive: true });
    await writeFile(join(draft, "package.json"), '{"private":true}');
    const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
    await run("npm", ["install", ...options, `${name}@${version}`, ...beside], { cwd: draft });
    // Where another process was quicker, its folder is as good.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  }
  return folder;
}

/** Loads such a package. @param entry what is imported of the folder @default the package itself */
export async function installPackage<Module>(
  name: string,
  version: string,
  { beside = [], entry = name }: { beside?: readonly string[]; entry?: string } = {},
): Promise<Module> {
  const folder = await installFolder(name, version, beside);
  const path = createRequire(join(folder, "package.json")).resolve(entry);
  return import(pathToFileURL(path).href);
}
