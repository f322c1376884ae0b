import { posix } from "node:path";
import type { Vite } from "../load-vite.ts";
import { filesOfUse } from "./files-of-use.ts";
import { type Anchor, type FileUse, findFileUses } from "./find-file-uses.ts";
import { readSyntaxTree, type SyntaxNode } from "./syntax-tree.ts";

/** What a module finds on disk by where it lies itself. */
export interface ModuleFiles {
  readonly anchors: readonly Anchor[];
  readonly uses: readonly (FileUse & { readonly files: readonly string[] })[];
  /** Uses of which no one can tell the file before the program runs. */
  readonly problems: readonly FileProblem[];
}

/** Why a file does not come along with what is built. */
export interface FileProblem {
  readonly node: SyntaxNode;
  readonly path: string;
  readonly reason: "absent" | "unknown" | "many";
}

const mark = /\bimport\.meta\.(?:url|dirname|filename|resolve)\b|\b__(?:dirname|filename)\b/;

/**
 * Reads which files a module finds beside itself.
 *
 * @param code JavaScript, types and JSX already gone
 * @param file the module's; absolute, with forward slashes
 * @returns `undefined` when it never says where it lies, which is true of most
 */
export function readModuleFiles(
  code: string,
  file: string,
  { parseAst }: Pick<Vite, "parseAst">,
): ModuleFiles | undefined {
  if (!mark.test(code)) return undefined;
  const { anchors, uses } = findFileUses(readSyntaxTree(code, parseAst), file);
  if (anchors.length === 0) return undefined;
  const problems: FileProblem[] = [];
  const found = uses.flatMap((use) => {
    const { path, node } = use;
    if (use.purpose.kind === "none") return [];
    const { files, ...rest } = filesOfUse(path, posix.dirname(file));
    if (files) return [{ ...use, files: files.filter((one) => one !== file) }];
    if ("reason" in rest) problems.push({ node, path, reason: rest.reason });
    return [];
  });
  // A module that hands out where it lies itself, to anyone who looks for files with it.
  for (const { node, files, path } of found) {
    if (files.length === 0) problems.push({ node, path, reason: "unknown" });
  }
  return { anchors, uses: found.filter(({ files }) => files.length > 0), problems };
}
