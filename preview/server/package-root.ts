import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { normalizePath } from "vite";

/**
 * The folder of this package: its sources stand there, or what was built of them. Looked for
 * upwards, because this file is bundled into other places.
 */
export function findPackageRoot(from = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (folder !== dirname(folder)) {
    if (nameIn(folder) === "letterpress") return normalizePath(folder);
    folder = dirname(folder);
  }
  throw new Error(
    `Cannot find the letterpress package: no package.json of that name above ${from}`,
  );
}

/** What the project calls itself: its package's name, or its folder's. */
export function nameIn(folder: string): string | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  try {
    const { name } = JSON.parse(readFileSync(file, "utf8"));
    return typeof name === "string" ? name : undefined;
  } catch {
    return undefined;
  }
}
