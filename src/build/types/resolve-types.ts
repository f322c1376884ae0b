import type { Vite } from "../load-vite.ts";
import { loadProjectConfig } from "../loading/project-config.ts";
import type { ResolvedOptions } from "../options.ts";

/** Finds the source file that a specifier means, from the file that names it. */
export type TypeResolver = (specifier: string, from: string) => Promise<string | undefined>;

/** Finds what specifiers mean with the aliases that the bundle is made with. */
export async function createTypeResolver(
  vite: Vite,
  options: ResolvedOptions,
): Promise<TypeResolver> {
  const { resolve } = await loadProjectConfig(vite, options);
  const config = await vite.resolveConfig(
    {
      root: options.root,
      configFile: false,
      logLevel: "silent",
      resolve: { tsconfigPaths: true, ...resolve, extensions },
    },
    "build",
  );
  const find = vite.createIdResolver(config);
  const environment = new vite.BuildEnvironment("client", config);
  return async (specifier, from) =>
    (await find(environment, specifier, from))?.replace(/\?.*$/, "");
}

const extensions = [".ts", ".tsx", ".mts", ".cts", ".d.ts", ".js", ".jsx", ".mjs", ".json"];
