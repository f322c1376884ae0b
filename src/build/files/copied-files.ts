import { posix } from "node:path";
import type { Anchor } from "./find-file-uses.ts";
import type { CodeEdit } from "./inline-reads.ts";
import type { ModuleFiles } from "./module-files.ts";

/** Folder of the files that modules find beside themselves, in the places that they had. */
export const filesDir = "_files";

/**
 * Functions that do not exist: calls of them stand in the code until it is known where that comes to
 * lie. As plain calls they fit into CommonJS too, which may not say `import.meta`.
 */
const urlCall = "__letterpress_url__";
const pathCall = "__letterpress_path__";

const placedCalls = new RegExp(`(${urlCall}|${pathCall})\\((["'\`])(.*?)\\2\\)`, "g");

/** A file to come along. */
export interface CopiedFile {
  /** Absolute path of the source. */
  readonly from: string;
  /** Below the folder that is built into. */
  readonly to: string;
}

/**
 * Plans a module's files: each comes to lie below {@link filesDir} as it lay in the project, and the
 * module takes for its own place that which it had among them. So every way of finding one from the
 * other works as it did.
 *
 * @param file the module's; absolute, with forward slashes
 * @param top the folder that holds the whole project; absolute, with forward slashes
 * @returns `undefined` when a file lies outside of it
 */
export function planCopies(
  { uses, anchors }: Pick<ModuleFiles, "uses" | "anchors">,
  file: string,
  top: string,
): { readonly copies: readonly CopiedFile[]; readonly edits: readonly CodeEdit[] } | undefined {
  const place = (path: string) => placeOf(path, top);
  const files = uses.flatMap((use) => use.files);
  const own = place(file);
  if (own === undefined || files.some((path) => place(path) === undefined)) return undefined;
  return {
    copies: files.map((from) => ({ from, to: `${filesDir}/${place(from)}` })),
    edits: anchors.flatMap((anchor) => editOf(anchor, own)),
  };
}

function placeOf(path: string, top: string): string | undefined {
  const below = posix.relative(top, path);
  if (below.startsWith("../") || below === "") return undefined;
  // A package leaves out folders of this name when it is published.
  return below.replaceAll(/(^|\/)node_modules\//g, "$1_modules/");
}

function editOf({ node: { start, end, arguments: given }, kind }: Anchor, own: string): CodeEdit[] {
  const edit = (call: string, path: string) => [
    { start, end, code: `${call}(${JSON.stringify(path)})` },
  ];
  if (kind === "url") return edit(urlCall, own);
  if (kind === "filename") return edit(pathCall, own);
  if (kind === "dirname") return edit(pathCall, posix.dirname(own));
  const [specifier] = given as readonly { readonly value?: unknown }[];
  if (typeof specifier?.value !== "string" || !specifier.value.startsWith(".")) return [];
  return edit(urlCall, posix.join(posix.dirname(own), specifier.value));
}

/**
 * Says where the copied files lie, as seen from where the code came to lie.
 *
 * @param fileName the code's; below the folder that is built into
 * @returns the code, or `undefined` when it has nothing to say of files
 */
export function placeFiles(code: string, fileName: string): string | undefined {
  let needsPaths = false;
  const up = posix.relative(posix.dirname(fileName), filesDir);
  const base = up.startsWith(".") ? up : `./${up}`;
  const placed = code.replaceAll(placedCalls, (_, call: string, _quote, path: string) => {
    const url = `new URL(${JSON.stringify(encodeURI(`${base}/${path}`))}, import.meta.url)`;
    if (call === urlCall) return `${url}.href`;
    needsPaths = true;
    return `__letterpress_toPath(${url})`;
  });
  if (placed === code) return undefined;
  // On the first line, so that the others keep their numbers.
  const imported = 'import { fileURLToPath as __letterpress_toPath } from "node:url"; ';
  return needsPaths ? imported + placed : placed;
}
