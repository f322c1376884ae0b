import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { normalizePath } from "vite";
import type { LocatedEmail } from "../../protocol/index.ts";
import type { LocatedElements } from "../../thread/locate/locate-elements.ts";

/** Names files as the project does, and adds what stands in them; files of packages stay closed. */
export function describePlaces({ html, places }: LocatedElements, root: string): LocatedEmail {
  const files: Record<string, string> = {};
  const named = places.map((one) => {
    const file = normalizePath(relative(root, one.place.file));
    if (!(file in files)) {
      const code = readSource(one.place.file);
      if (code !== undefined) files[file] = code;
    }
    return { ...one, place: { ...one.place, file } };
  });
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
