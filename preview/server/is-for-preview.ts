import type { ConfigEnv, UserConfig } from "vite";

/** Whether a config is resolved for a dev server, and not for a build, `vite preview` or vitest. */
export function isForPreview(config: UserConfig, { command, mode, isPreview }: ConfigEnv): boolean {
  return command === "serve" && isPreview !== true && mode !== "test" && !hasVitest(config);
}

function hasVitest({ plugins = [] }: UserConfig): boolean {
  return plugins.flat(3).some((plugin) => {
    const name = plugin && "name" in plugin ? plugin.name : "";
    return name === "vitest" || name.startsWith("vitest:");
  });
}
