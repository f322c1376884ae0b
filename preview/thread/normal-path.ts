import { posix, sep } from "node:path";

/** A path as Vite writes it, with forward slashes; for code that is to load without Vite. */
export function normalPath(path: string): string {
  return posix.normalize(sep === "\\" ? path.replaceAll("\\", "/") : path);
}
