import { readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Plugin } from "vite";
import type { Vite } from "../load-vite.ts";
import { codePlace } from "./code-place.ts";
import { placeFiles, planCopies } from "./copied-files.ts";
import { unknownPart } from "./evaluate-path.ts";
import { applyEdits, inlineReads } from "./inline-reads.ts";
import { type FileProblem, readModuleFiles } from "./module-files.ts";

/**
 * Lets modules find files beside themselves (`new URL("./terms.txt", import.meta.url)`,
 * `join(__dirname, "terms.txt")`) once they were bundled and lie elsewhere.
 *
 * What is read at once is put into the code, so that it is there wherever the module goes; other
 * files are copied beside it. Of a file that only a run can name, there is a warning with its line.
 */
export function filesBeside(
  root: () => string,
  vite: Pick<Vite, "parseAst" | "searchForWorkspaceRoot">,
): Plugin {
  let top: string | undefined;
  return {
    name: "letterpress:files-beside",
    transform(code, id) {
      const file = id.replace(/[?#].*$/, "");
      if (id.startsWith("\0") || !/\.[cm]?[jt]sx?$/.test(file)) return undefined;
      const found = readModuleFiles(code, file, vite);
      if (!found) return undefined;
      top ??= vite.searchForWorkspaceRoot(root());
      for (const problem of found.problems) {
        this.warn({
          message: describe(problem, root()),
          id,
          loc: codePlace(code, problem.node.start, file),
        });
      }
      const inlined = inlineReads(found);
      const others = found.uses.filter(
        ({ purpose }) =>
          purpose.kind !== "read" || !inlined.some(({ start }) => start === purpose.call.start),
      );
      const isCommonJs = found.anchors.some((anchor) => anchor.isCommonJs);
      if (others.length === 0 && !isCommonJs) return { code: applyEdits(code, inlined), map: null };
      const plan = planCopies({ anchors: found.anchors, uses: others }, file, top);
      if (!plan) {
        const [use] = others;
        const message = `Cannot take along ${posix.relative(root(), use?.files[0] ?? file)}: it lies outside of ${top}; move it into the project`;
        this.warn({ message, id, loc: codePlace(code, use?.node.start ?? 0, file) });
        return { code: applyEdits(code, inlined), map: null };
      }
      for (const { from, to } of plan.copies) {
        this.emitFile({ type: "asset", fileName: to, source: readFileSync(from) });
      }
      return { code: applyEdits(code, [...inlined, ...plan.edits]), map: null };
    },
    renderChunk(code, { fileName }) {
      const placed = placeFiles(code, fileName);
      return placed === undefined ? null : { code: placed, map: null };
    },
  };
}

function describe({ path, reason }: FileProblem, root: string): string {
  const shown = posix.relative(root, path).replaceAll(unknownPart, "*");
  if (reason === "absent") {
    return `Cannot find ${shown}: this line looks for it beside its own file; create it, or correct the path`;
  }
  if (reason === "many") {
    return `Cannot take along ${shown}: there are too many such files; name the one that is meant`;
  }
  return 'Cannot tell which file this line looks for beside its own: only files that the code names come along with what is built; name it, as in new URL("./terms.txt", import.meta.url)';
}
