import { join } from "node:path";
import { loadEnv, normalizePath, type ResolvedConfig } from "vite";

/**
 * What the project's `.env` files add to `process.env`: `.env`, `.env.local`, `.env.<mode>` and
 * `.env.<mode>.local`, the later before the earlier, as Vite reads them. What the environment
 * already has is left out, an empty value too: it wins.
 */
export function readProjectEnvironment({
  mode,
  envDir,
}: Pick<ResolvedConfig, "mode" | "envDir">): Readonly<Record<string, string>> {
  const all = Object.entries(loadEnv(mode, envDir, ""));
  return Object.fromEntries(all.filter(([name]) => !(name in process.env)));
}

/** The `.env` files that Vite reads, there or not; absolute, with forward slashes. */
export function environmentFiles({
  mode,
  envDir,
}: Pick<ResolvedConfig, "mode" | "envDir">): readonly string[] {
  if (envDir === false) return [];
  return [".env", ".env.local", `.env.${mode}`, `.env.${mode}.local`].map((name) =>
    normalizePath(join(envDir, name)),
  );
}
