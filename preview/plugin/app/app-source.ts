import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files beside `preview/app` that the app is made of too. */
const others = ["preview/index.html", "preview/protocol.ts", "vite.config.ts", "package-lock.json"];

/** Whether this package is run from its sources, and the app has to be built from them. */
export function hasAppSource(packageRoot: string): boolean {
  return existsSync(join(packageRoot, "preview/app"));
}

/** Whether a changed file, given with forward slashes, is part of the app. */
export function isAppSource(packageRoot: string, file: string): boolean {
  if (file.startsWith(`${packageRoot}/preview/app/`)) return true;
  return others.some((other) => file === `${packageRoot}/${other}`);
}

/** A hash of all that the app is made of: the same hash, the same app. */
export function hashAppSource(packageRoot: string): string {
  const hash = createHash("sha256");
  const folder = join(packageRoot, "preview/app");
  const own = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...own, ...others.map((other) => join(packageRoot, other))]) {
    if (!existsSync(file)) continue;
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
