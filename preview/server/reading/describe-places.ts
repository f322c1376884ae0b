import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { normalizePath } from "vite";
import type { LocatedEmail } from "../../protocol/index.ts";
import type { LocatedElements } from "../../thread/locate/locate-elements.ts";

/**
 * Names files as the project does, and adds what stands in them; files of packages stay closed.
 *
 * @param others files that are added too; absolute
 */
export function describePlaces(
  { html, places }: LocatedElements,
  root: string,
  others: readonly string[] = [],
): LocatedEmail {
  const files: Record<string, string> = {};
  const add = (path: string) => {
    const file = normalizePath(relative(root, path));
    if (!(file in files)) {
      const code = readSource(path);
      if (code !== undefined) files[file] = code;
    }
    return file;
  };
  for (const path of others) add(path);
  const named = places.map((one) => ({
    ...one,
    place: { ...one.place, file: add(one.place.file) },
  }));
  return { html, places: named, files };
}

function readSource(file: string): string | undefined {
  if (normalizePath(file).includes("/node_modules/")) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
