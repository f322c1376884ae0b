import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The packages that the declarations of an entry point refer to, through all files of theirs.
 *
 * @param file absolute path of the entry's `.d.ts`
 */
export function declaredImports(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  // Examples in comments import too.
  const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  for (const [, specifier = ""] of text.matchAll(
    /(?:[\s}]from\s+|\bimport\()["']([^"'\n]+)["']/g,
  )) {
    const path = join(dirname(file), specifier).replace(/\.[jt]s$/, ".d.ts");
    if (!specifier.startsWith(".")) packages.add(specifier);
    else if (!existsSync(path)) throw new Error(`${file} refers to ${specifier}, which is missing`);
    else for (const name of declaredImports(path, seen)) packages.add(name);
  }
  return packages;
}
