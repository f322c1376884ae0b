import type { CheckOptions } from "./options.ts";

/** What `letterpress.config.ts` says. */
export interface LetterpressConfig {
  /** How emails are checked: by `letterpress check`, and in the preview. */
  readonly checks?: CheckOptions | undefined;
}

/**
 * Types the default export of `letterpress.config.ts`.
 *
 * @example
 * export default defineConfig({
 *   checks: {
 *     rules: { "image-gap": "off", "subject-length": "error" },
 *     exceptions: [{ rule: "no-reply", emails: "billing/*", reason: "Answers go to the portal" }],
 *   },
 * });
 */
export function defineConfig(config: LetterpressConfig): LetterpressConfig {
  return config;
}
