import * as vite from "vite";
import { watchedFiles } from "../../../src/build/files/watched-files.ts";
import { loadingRules } from "../../../src/build/loading/loading-rules.ts";
import { emailEnvironmentName } from "./email-environment.ts";

/**
 * Loads emails by the rules that `letterpress build` loads them by.
 *
 * @param root the project
 */
export function asBuilt(root: () => string, emailsDir: () => string): vite.Plugin[] {
  const rules = loadingRules({ root, emailsDir, vite });
  return [...rules, watchedFiles(vite)].map((plugin) => ({
    ...plugin,
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
  }));
}
