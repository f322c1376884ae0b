import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What `Worker` is started with. */
export interface WorkerProgram {
  readonly code: string | URL;
  readonly eval: boolean;
}

const built = "dist/src/inbox/reading/worker.js";
const source = "src/inbox/reading/worker.ts";

/**
 * Finds the program of a reading thread, wherever this module was bundled to.
 *
 * @param from address of the module that asks
 * @returns `undefined` where it is not there, as in an app's bundle that was moved without its packages
 */
export function findWorkerProgram(from: string | undefined): WorkerProgram | undefined {
  const root = from === undefined ? undefined : (rootAbove(from) ?? rootOfInstalled(from));
  if (root === undefined) return undefined;
  if (existsSync(join(root, source))) return sourceProgram(root);
  const file = join(root, built);
  return existsSync(file) ? { code: pathToFileURL(file), eval: false } : undefined;
}

/** Sources are TypeScript, for which a thread of an older Node needs a loader of its own. */
function sourceProgram(root: string): WorkerProgram | undefined {
  const loader = resolveFrom(join(root, "package.json"), "tsx/package.json");
  if (loader === undefined) return undefined;
  // What `require` finds under the loader's own name does not serve modules.
  const api = join(dirname(loader), "dist/esm/api/index.mjs");
  const [tsx, file] = [api, join(root, source)].map((path) =>
    JSON.stringify(pathToFileURL(path).href),
  );
  const code = `import(${tsx}).then(({ register }) => { register(); return import(${file}); })`;
  return { code, eval: true };
}

function rootAbove(from: string): string | undefined {
  if (!from.startsWith("file:")) return undefined;
  let folder = dirname(fileURLToPath(from));
  while (folder !== dirname(folder)) {
    if (isOurs(folder)) return folder;
    folder = dirname(folder);
  }
  return undefined;
}

function rootOfInstalled(from: string): string | undefined {
  const file = resolveFrom(from, "letterpress/package.json");
  return file && dirname(file);
}

function resolveFrom(from: string, specifier: string): string | undefined {
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    return undefined;
  }
}

function isOurs(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name === "letterpress";
  } catch {
    return false;
  }
}
