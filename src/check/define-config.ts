import type { AddressInput } from "../message/message.ts";
import type { CheckOptions } from "./options.ts";

/** Which outbox the preview's Activity shows. */
export interface ConfiguredOutbox {
  /**
   * `postgres://…`: the database of an app. `embedded:` and a folder: one beside an app, as
   * `createOutbox` takes it. `embedded` alone: one of the preview's own, which its test sends to the
   * inbox go through.
   */
  readonly url: string;
  /** Schema that the tables are in. @default "letterpress" */
  readonly schema?: string | undefined;
}

/** What `letterpress.config.ts` says. */
export interface LetterpressConfig {
  /** How emails are checked: by `letterpress check`, and in the preview. */
  readonly checks?: CheckOptions | undefined;
  /**
   * Who emails are from that name no one, `Shop <orders@shop.example>`, as far as the preview shows
   * and sends them. @default `MAIL_FROM`
   */
  readonly from?: AddressInput | undefined;
  /** Which outbox the preview shows under Activity. @default the database of `DATABASE_URL` */
  readonly outbox?: ConfiguredOutbox | undefined;
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
