import { realpathSync, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import type { Plugin } from "vite";
import { toSlashes } from "../options.ts";

/**
 * Takes what is asked for by its path, as emails are, for that file. Vite reads the tsconfig.json of
 * the folder for it first, and where no config includes the file also those of the folders above: one
 * of them that extends a config which is not installed would fail every email.
 *
 * @param root gives the project's root, which addresses begin at
 */
export function filesByPath(root: () => string): Plugin {
  return {
    name: "letterpress:files-by-path",
    enforce: "pre",
    resolveId(id, importer) {
      // A question without an importer comes, in a dev server, as if from the page.
      const isEntry = importer === undefined || importer === `${root()}/index.html`;
      if (!isEntry || !isAbsolute(id)) return undefined;
      // In Vite's order: an address first.
      const path = [`${root()}${id}`, id].find(isFile);
      return path && toSlashes(realpathSync(path));
    },
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
