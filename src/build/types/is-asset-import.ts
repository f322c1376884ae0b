import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { BuildProblem } from "../problem.ts";

const missing = /^TS2307: Cannot find module '(\.[^']*?)(\?[\w&=-]+)?' or its/;
const code = /\.(?:[cm]?[jt]sx?|json)$/;

/**
 * Whether TypeScript misses the type of a file that Vite can load: an image, a style sheet, or any
 * file with `?raw` or `?url`. Only a project that names `vite/client` has types for them, and its
 * emails' declarations do not depend on them.
 */
export function isAssetImport({ message, file }: BuildProblem, root: string): boolean {
  const [, path, query] = missing.exec(message) ?? [];
  if (path === undefined || file === undefined) return false;
  if (query === undefined && (code.test(path) || !/\.\w+$/.test(path))) return false;
  return existsSync(resolve(root, dirname(file), path));
}
