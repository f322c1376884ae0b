import { join } from "node:path";

/**
 * An importer from which the packages of a project are found. No tsconfig.json is read for a file in
 * `node_modules`: for another that no config includes, those of the folders above are read too, and
 * one that cannot be read fails.
 */
export function packagesOf(root: string): string {
  return join(root, "node_modules", "letterpress.js");
}
