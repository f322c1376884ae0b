import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPackage } from "../package-file.ts";

/**
 * Absolute path of the ES module of Tailwind's compiler, 4.3.2, which exports `compile`. This
 * package brings it along in one file, so that neither what npm hoists in a project nor what
 * production installs has a say. Where it is run from its sources, it is the installed one.
 */
export function tailwindCompilerFile(): string {
  const own = fileURLToPath(import.meta.url);
  const root = dirname(findPackage(own, "letterpress")?.path ?? own);
  if (existsSync(join(root, "src/build/tailwind/compiler.ts"))) {
    const installed = createRequire(join(root, "package.json")).resolve("tailwindcss/package.json");
    return join(dirname(installed), "dist/lib.mjs");
  }
  return join(root, "dist/src/build/tailwind/compiler.js");
}
