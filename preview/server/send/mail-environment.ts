import { loadEnv } from "vite";

const prefixes = ["POSTMARK_", "MAIL_"];

/**
 * What `createSenderFromEnv` reads, from the environment and the project's `.env` files.
 *
 * @param mode Vite's, which names the `.env` files
 */
export function readMailEnvironment(mode: string, root: string): Readonly<Record<string, string>> {
  return loadEnv(mode, root, prefixes);
}
