import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { exportedNames, findImport } from "./import-statements.ts";
import { nearestName } from "./nearest-name.ts";

/** An import of a name that a file does not export, and where it stands. */
export interface MissingExport {
  readonly message: string;
  /** Absolute. */
  readonly file: string;
  /** Counts from 1; undefined where the statement is not found in the source. */
  readonly line?: number | undefined;
  /** Counts from 1. */
  readonly column?: number | undefined;
  /** The file's text; empty where it cannot be read. */
  readonly source: string;
}

/**
 * What is said of an import of a name that is not exported, wherever it is noticed: the preview as
 * it loads an email, or the bundler of a build.
 *
 * @param importer absolute path of the file that imports
 * @param name the name as the other file would export it
 * @param target absolute path of the other file; a package's own is not shown
 * @param root the project; paths in the message start there
 */
export function describeMissingExport(
  importer: string,
  name: string,
  target: string | undefined,
  root: string,
): MissingExport {
  const source = read(importer);
  const place = findImport(source, name);
  const isOwn = target !== undefined && !target.includes("/node_modules/") && /^\//.test(target);
  const near = isOwn ? nearestName(name, exportedNames(read(target))) : undefined;
  const from = place === undefined ? "" : ` from "${place.specifier}"`;
  const owner = isOwn ? relative(root, target).replaceAll("\\", "/") : "the package";
  const fix = near === undefined ? "fix the name" : `did you mean "${near}"?`;
  return {
    message: `Cannot import "${name}"${from}: ${owner} does not export it; ${fix}`,
    ...{ source, file: importer, line: place?.line, column: place?.column },
  };
}

/** What is said of an import that leads to no file. */
export function describeMissingModule(specifier: string): string {
  const fix = /^[./]/.test(specifier)
    ? "create the file, or fix the path"
    : "install it, or add its alias to the paths of tsconfig.json";
  return `Cannot find "${specifier}": ${fix}`;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
