import { resolve } from "node:path";
import type { InlineConfig, Plugin, PluginOption, UserConfig } from "vite";
import type { Vite } from "../load-vite.ts";
import type { ResolvedOptions } from "../options.ts";

/** What of the project's Vite config concerns how its emails are compiled. */
export interface ProjectConfig
  extends Pick<
    InlineConfig,
    "resolve" | "define" | "css" | "json" | "assetsInclude" | "envDir" | "envPrefix"
  > {
  readonly plugins: readonly PluginOption[];
}

/**
 * Reads the project's Vite config, so that what the preview shows is what is built: its aliases,
 * defines, CSS options and plugins, and nothing of how or where its app is built.
 */
export async function loadProjectConfig(
  vite: Vite,
  { root, viteConfig }: ResolvedOptions,
): Promise<ProjectConfig> {
  if (viteConfig === false) return { plugins: [] };
  const env = { command: "build", mode: "production", isSsrBuild: true } as const;
  const file = viteConfig && resolve(root, viteConfig);
  const loaded = await vite.loadConfigFromFile(env, file, root, "silent");
  if (!loaded) return { plugins: [] };
  const {
    resolve: resolution,
    define,
    css,
    json,
    assetsInclude,
    envDir,
    envPrefix,
  } = loaded.config;
  const defined = Object.entries({ define, css, json, assetsInclude, envDir, envPrefix }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...Object.fromEntries(defined),
    ...(resolution && { resolve: resolution }),
    plugins: (await flatten(loaded.config)).filter(({ name }) => !name.startsWith("letterpress")),
  };
}

async function flatten({ plugins = [] }: UserConfig): Promise<Plugin[]> {
  const flat: Plugin[] = [];
  for (const option of plugins) {
    const plugin = await option;
    if (Array.isArray(plugin)) flat.push(...(await flatten({ plugins: plugin })));
    else if (plugin) flat.push(plugin);
  }
  return flat;
}
