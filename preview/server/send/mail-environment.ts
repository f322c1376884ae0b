import { loadEnv, type ResolvedConfig } from "vite";

const prefixes = ["POSTMARK_", "MAIL_"];

/**
 * What `createSenderFromEnv` reads, from the environment and the project's `.env` files.
 *
 * @param config Vite's: its mode names the `.env` files, and `envDir` the folder that they are in
 */
export function readMailEnvironment({
  mode,
  envDir,
}: Pick<ResolvedConfig, "mode" | "envDir">): Readonly<Record<string, string>> {
  return loadEnv(mode, envDir, prefixes);
}
