import { readdirSync, statSync } from "node:fs";
import { posix } from "node:path";
import { unknownPart } from "./evaluate-path.ts";
import { isWholePath } from "./find-file-uses.ts";

/** More than this is no folder of an email's texts, but a whole project by mistake. */
const mostFiles = 500;

/** The files that a path may mean; or why they cannot be told. */
export type FilesOfUse =
  | { readonly files: readonly string[] }
  | { readonly files?: undefined; readonly reason: "absent" | "unknown" | "many" };

/**
 * Finds the files that a path leads to: the one that it names; all in the folder that it names; and
 * where a part is unknown (`./texts/${locale}.json`), all that fit.
 *
 * @param path absolute; unknown parts are {@link unknownPart}
 * @param moduleDir the folder of the module: all that lies in it, or above, is too much to be meant
 */
export function filesOfUse(path: string, moduleDir: string): FilesOfUse {
  if (!isWholePath(path)) return filesThatFit(path, moduleDir);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return { reason: "absent" };
  if (stats.isFile()) return { files: [path] };
  const folder = path.replace(/\/+$/, "");
  if (`${moduleDir}/`.startsWith(`${folder}/`)) return { reason: "unknown" };
  return bounded(filesBelow(folder));
}

function filesThatFit(path: string, moduleDir: string): FilesOfUse {
  const known = path.slice(0, path.indexOf(unknownPart));
  const folder = known.endsWith("/") ? known.slice(0, -1) : posix.dirname(known);
  const isAround = `${moduleDir}/`.startsWith(`${folder}/`);
  // In the module's own folder, a whole unknown name may be any source.
  if (isAround && path.slice(folder.length).replaceAll(unknownPart, "") === "/") {
    return { reason: "unknown" };
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { reason: "absent" };
  const pattern = path
    .split(unknownPart)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/]*");
  const fits = new RegExp(`^${pattern}$`);
  const isDeep = path.slice(folder.length + 1).includes("/");
  const candidates =
    isDeep && isAround ? filesBelow(folder, 4) : filesBelow(folder, isDeep ? 9 : 0);
  return bounded(candidates.filter((file) => fits.test(file)));
}

function bounded(files: readonly string[]): FilesOfUse {
  if (files.length === 0) return { reason: "absent" };
  return files.length > mostFiles ? { reason: "many" } : { files };
}

/** Files in a folder and those below it, but for packages and hidden ones; sorted. */
function filesBelow(folder: string, depth = 9): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isFile()) return [path];
      return entry.isDirectory() && depth > 0 ? filesBelow(path, depth - 1) : [];
    });
}
