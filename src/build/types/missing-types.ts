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

/** `TS2580: Cannot find name 'process'. Do you need to install type definitions for node?` */
const nodeName = /^TS(?:2580|2591): Cannot find name '([^']+)'/;

/**
 * What an email uses of Node that TypeScript has no type of: emails run in Node, and their
 * declarations do not depend on it. From version 6 on TypeScript knows it only where a config names
 * `node`, and no build of React Email's has ever asked for it.
 */
export function nodeNameOf({ message }: BuildProblem): string | undefined {
  return nodeName.exec(message)?.[1];
}
