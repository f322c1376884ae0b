import { resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "../..");

/**
 * Bundles a program of the tests, so that a process of its own runs it without a compiler.
 *
 * @param entry path from the project's root
 * @returns path of the bundle, in the project, so that it finds the packages
 */
export async function bundleProgram(entry: string): Promise<string> {
  const name = entry.replaceAll(/[^a-z0-9]+/gi, "-");
  const outfile = resolve(root, `node_modules/.cache/letterpress/${name}.mjs`);
  await build({
    entryPoints: [resolve(root, entry)],
    ...{ bundle: true, packages: "external", platform: "node", format: "esm", target: "node20" },
    ...{ outfile, logLevel: "error" },
    tsconfig: resolve(root, "tsconfig.json"),
  });
  return outfile;
}
