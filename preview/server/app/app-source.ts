import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the app is made of: the program itself, and what it says to the server. */
const folders = ["preview/app", "preview/protocol"];
/** Files that the app is made of too. */
const others = ["preview/index.html", "vite.config.ts", "package-lock.json"];

/** Whether this package is run from its sources, and the app has to be built from them. */
export function hasAppSource(packageRoot: string): boolean {
  return existsSync(join(packageRoot, "preview/app"));
}

/** Whether a changed file, given with forward slashes, is part of the app. */
export function isAppSource(packageRoot: string, file: string): boolean {
  if (folders.some((folder) => file.startsWith(`${packageRoot}/${folder}/`))) return true;
  return others.some((other) => file === `${packageRoot}/${other}`);
}

/** A hash of all that the app is made of: the same hash, the same app. */
export function hashAppSource(packageRoot: string): string {
  const hash = createHash("sha256");
  const own = folders.flatMap((folder) => filesBelow(join(packageRoot, folder)));
  for (const file of [...own, ...others.map((other) => join(packageRoot, other))]) {
    if (!existsSync(file)) continue;
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
