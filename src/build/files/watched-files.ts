import type { Plugin } from "vite";
import type { Vite } from "../load-vite.ts";
import { applyEdits } from "./inline-reads.ts";
import { readModuleFiles } from "./module-files.ts";

/**
 * Follows the files that modules find beside themselves, so that an edit of one shows in the email;
 * and gives `__dirname` and `__filename`, which many templates use, to ES modules, which lack them.
 */
export function watchedFiles(vite: Pick<Vite, "parseAst">): Plugin {
  return {
    name: "letterpress:watched-files",
    transform(code, id) {
      const file = id.replace(/[?#].*$/, "");
      if (id.startsWith("\0") || file.includes("/node_modules/")) return undefined;
      if (!/\.[cm]?[jt]sx?$/.test(file)) return undefined;
      const found = readModuleFiles(code, file, vite);
      if (!found) return undefined;
      for (const path of found.uses.flatMap(({ files }) => files)) this.addWatchFile(path);
      const edits = found.anchors
        .filter(({ isCommonJs }) => isCommonJs)
        .map(({ kind, node: { start, end } }) => ({ start, end, code: `import.meta.${kind}` }));
      return edits.length === 0 ? undefined : { code: applyEdits(code, edits), map: null };
    },
  };
}
