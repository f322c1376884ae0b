import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ExportVerdict, FileExports } from "./export-verdict.ts";
import { type Parse, readExports } from "./read-exports.ts";

/** What was read of files before, by path: an unchanged one is not read again. */
export type ExportCache = Map<
  string,
  { readonly modifiedAt: number; readonly exports: FileExports }
>;

/** How many files lead from one to the next at most. */
const longestWay = 10;

/**
 * What a file exports that may be an email. What it has from another file of the project is
 * followed there, by relative paths: what an alias or a package stands for is not known before it
 * runs, and counts as an email.
 *
 * @param id what the file's email is to be called
 * @returns `undefined` when the file is not there any more
 */
export function judgeFile(
  path: string,
  id: string,
  cache: ExportCache,
  parse: Parse,
): FileExports | undefined {
  const exports = readCached(path, id, cache, parse);
  if (!exports) return undefined;
  const settle = (verdict: ExportVerdict) => follow(verdict, path, cache, parse, 0);
  return {
    standard: exports.standard && settle(exports.standard),
    named: new Map([...exports.named].map(([name, verdict]) => [name, settle(verdict)])),
  };
}

function readCached(
  path: string,
  id: string,
  cache: ExportCache,
  parse: Parse,
): FileExports | undefined {
  const modifiedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (modifiedAt === undefined) return undefined;
  const known = cache.get(path);
  if (known?.modifiedAt === modifiedAt) return known.exports;
  try {
    const exports = readExports(parse, path, readFileSync(path, "utf8"), id);
    cache.set(path, { modifiedAt, exports });
    return exports;
  } catch {
    // Deleted since, or not to be read.
    return undefined;
  }
}

function follow(
  verdict: ExportVerdict,
  from: string,
  cache: ExportCache,
  parse: Parse,
  way: number,
): ExportVerdict {
  if (verdict.kind !== "elsewhere") return verdict;
  const file = /^\.{1,2}(?:\/|$)/.test(verdict.specifier)
    ? resolveSource(resolve(dirname(from), verdict.specifier))
    : undefined;
  // Its page tells where a file is missing.
  if (file === undefined || way > longestWay) return { kind: "email" };
  if (file.endsWith(".json")) return { kind: "other", reason: "data" };
  const exports = readCached(file, "", cache, parse);
  if (verdict.name !== "default") return exports?.named.get(verdict.name) ?? { kind: "email" };
  const standard = exports?.standard;
  if (!standard) return { kind: "other", reason: `nothing: ${verdict.specifier} has none` };
  return follow(withoutId(standard), file, cache, parse, way + 1);
}

/** Another file's id is its own affair. */
function withoutId(verdict: ExportVerdict): ExportVerdict {
  return verdict.kind === "email" ? { kind: "email" } : verdict;
}

const endings = ["", ".tsx", ".ts", ".jsx", ".js", ".mjs", ".cjs", ".json"];

/** The file that a path without its ending means, as bundlers see it. */
function resolveSource(path: string): string | undefined {
  const stem = path.replace(/\.[cm]?jsx?$/, "");
  const candidates = [
    ...endings.map((ending) => path + ending),
    ...endings.map((ending) => stem + ending),
    ...endings.map((ending) => join(path, `index${ending}`)),
  ];
  return candidates.find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
}
