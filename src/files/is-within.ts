import path, { type PlatformPath } from "node:path";

/**
 * Whether a path is a folder, or lies below it. Both absolute, and links resolved where that counts.
 *
 * @param system how paths are written; on Windows one of another drive is no way up (`..`)
 */
export function isWithin(
  folder: string,
  other: string,
  system: Pick<PlatformPath, "relative" | "isAbsolute" | "sep"> = path,
): boolean {
  const way = system.relative(folder, other);
  return way !== ".." && !way.startsWith(`..${system.sep}`) && !system.isAbsolute(way);
}
