import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findPackage, type PackageFile, readPackage } from "../package-file.ts";

/**
 * Finds an installed package as Node would from a folder, whatever its `exports` hide; `undefined`
 * when it is not installed. With Yarn's Plug'n'Play there are no folders to look through, and Node's
 * own resolution, which Yarn replaces, is asked.
 */
export function findInstalled(name: string, folder: string): PackageFile | undefined {
  for (let from = folder; ; from = dirname(from)) {
    const found = readPackage(join(from, "node_modules", name, "package.json"));
    if (found) return found;
    if (from === dirname(from)) break;
  }
  const require = createRequire(join(folder, "package.json"));
  for (const specifier of [`${name}/package.json`, name]) {
    try {
      return findPackage(require.resolve(specifier), name);
    } catch {
      // Not installed, or its `exports` do not show this.
    }
  }
  return undefined;
}
