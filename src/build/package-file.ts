import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A `package.json`. */
export interface PackageFile {
  /** Absolute path of the file. */
  readonly path: string;
  readonly content: {
    readonly name?: string;
    readonly version?: string;
    readonly type?: string;
    readonly packageManager?: string;
    readonly main?: string;
    readonly exports?: unknown;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
  };
}

/** Finds the nearest `package.json` above a file; with a name, the nearest of that package. */
export function findPackage(file: string, name?: string): PackageFile | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const found = readPackage(join(folder, "package.json"));
    if (found && (name === undefined || found.content.name === name)) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether Node takes a file for CommonJS. */
export function isCommonJs(file: string): boolean {
  if (/\.(?:cjs|node)$/.test(file)) return true;
  return !file.endsWith(".mjs") && findPackage(file)?.content.type !== "module";
}

/** Reads a `package.json`; `undefined` where there is none. */
export function readPackage(path: string): PackageFile | undefined {
  try {
    return { path, content: JSON.parse(readFileSync(path, "utf8")) };
  } catch {
    return undefined;
  }
}
