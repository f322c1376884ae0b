import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./code-blocks.ts";

/**
 * Bundles programs of the docs as they stand there, with this package as their `letterpress`.
 *
 * @param name of the folder that they get
 * @param files by their names; each may import the others
 * @param programs those of the files that are run
 * @returns the folder, with `program.mjs` for each `program.ts`
 */
export async function bundlePrograms(
  name: string,
  files: Readonly<Record<string, string>>,
  programs: readonly string[],
): Promise<string> {
  const folder = join(root, "node_modules/.cache/letterpress", name);
  mkdirSync(folder, { recursive: true });
  for (const [file, code] of Object.entries(files)) writeFileSync(join(folder, file), code);
  await build({
    entryPoints: programs.map((program) => join(folder, program)),
    ...{ bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" },
    ...{ outdir: folder, outExtension: { ".js": ".mjs" } },
    plugins: [
      {
        name: "letterpress",
        setup: ({ onResolve }) => {
          onResolve({ filter: /^letterpress(\/\w+)?$/ }, ({ path }) => ({
            path: join(root, path.replace("letterpress", "src"), "index.ts"),
          }));
        },
      },
    ],
  });
  return folder;
}
