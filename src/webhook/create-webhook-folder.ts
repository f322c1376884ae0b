import { join } from "node:path";
import { createFileWebhookStore } from "./store/create-file-webhook-store.ts";
import type { WebhookStore } from "./store/webhook-store.ts";
import { createFileSuppressionStore } from "./suppressions/create-file-suppression-store.ts";
import type { SuppressionStore } from "./suppressions/suppression-store.ts";

/** Both stores in one folder, as the command line finds them. */
export interface WebhookFolder {
  readonly store: WebhookStore;
  readonly suppressions: SuppressionStore;
  close(): Promise<void>;
}

/**
 * Opens a folder with webhooks and suppressions, for an app on one machine that has no database.
 * `letterpress webhooks` and `letterpress suppressions` read it while the app runs.
 *
 * @param options `folder`: made where there is none; the command line looks in `.letterpress`
 * @throws {Error} when the folder cannot be written to
 */
export async function createWebhookFolder({
  folder,
  keepDays,
}: {
  readonly folder: string;
  /** As in `createFileWebhookStore`. @default 7 */
  readonly keepDays?: number | undefined;
}): Promise<WebhookFolder> {
  const store = await createFileWebhookStore({ folder: join(folder, "webhooks"), keepDays });
  const suppressions = await createFileSuppressionStore({
    file: join(folder, "suppressions.jsonl"),
  });
  return {
    store,
    suppressions,
    async close() {
      await store.close();
      await suppressions.close();
    },
  };
}
