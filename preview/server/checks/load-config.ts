import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { loadConfigFromFile } from "vite";
import type { LetterpressConfig } from "../../../src/check/define-config.ts";
import type { CheckOptions } from "../../../src/check/options.ts";
import { parseAddress } from "../../../src/message/address.ts";

const names = ["ts", "mts", "js", "mjs"].map((ending) => `letterpress.config.${ending}`);

/** Whether a file is called as the project's config is. */
export function isConfigName(path: string): boolean {
  return names.includes(basename(path));
}

/** The project's `letterpress.config.ts`, whatever its ending; undefined where there is none. */
export function findConfig(root: string): string | undefined {
  return names.map((name) => join(root, name)).find(existsSync);
}

/**
 * Loads the project's `letterpress.config.ts`; what it says is checked.
 *
 * @returns an empty config where there is none
 * @throws {Error} when it cannot be loaded, or says what is no option
 */
export async function loadConfig(root: string): Promise<LetterpressConfig> {
  const file = findConfig(root);
  if (file === undefined) return {};
  const env = { command: "serve", mode: "development" } as const;
  const loaded = await loadConfigFromFile(env, file, root, "silent").catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot load ${file}: ${reason}`, { cause: error });
  });
  // Vite only knows its own config; what is in the file passes through it untouched.
  const config = loaded?.config as LetterpressConfig | undefined;
  for (const key of Object.keys(config ?? {})) {
    if (!["checks", "from", "outbox"].includes(key)) {
      throw new Error(
        `Cannot use ${file}: '${key}' is no option; there are checks, from and outbox`,
      );
    }
  }
  if (config?.checks !== undefined) await refuseWrongChecks(file, config.checks);
  if (config?.from !== undefined) {
    const { problem } = parseAddress(config.from);
    if (problem) throw new Error(`Cannot use ${file}: 'from' ${problem}`);
  }
  return config ?? {};
}

/** The same words whatever reads the config: `check`, `build`, `export` or the preview. */
async function refuseWrongChecks(file: string, checks: CheckOptions): Promise<void> {
  const [{ resolveCheckOptions }, { rules }] = await Promise.all([
    import("../../../src/check/options.ts"),
    import("../../../src/check/rules/index.ts"),
  ]);
  try {
    resolveCheckOptions(checks, new Set(rules.map(({ name }) => name)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot use ${file}: ${reason}`, { cause: error });
  }
}
