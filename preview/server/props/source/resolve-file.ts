import { statSync } from "node:fs";
import { dirname, join } from "node:path";

const endings = [".ts", ".tsx", ".d.ts", ".mts", ".js", ".jsx", "/index.ts", "/index.tsx"];

/** The file that a relative import means. @returns `undefined` for packages and what is not there */
export function resolveFile(from: string, specifier: string): string | undefined {
  if (!/^\.\.?(\/|$)/.test(specifier)) return undefined;
  const base = join(dirname(from), specifier);
  // TypeScript lets one write the ending that the file will have once it is built.
  const written = base.replace(/\.([cm]?)js(x?)$/, ".$1ts$2");
  return [
    base,
    written,
    written.replace(/\.ts$/, ".tsx"),
    ...endings.map((ending) => base + ending),
  ].find(isFile);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
