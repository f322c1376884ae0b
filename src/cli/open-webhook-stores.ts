import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { WebhookFolder } from "../webhook/create-webhook-folder.ts";

/** Where the stores of webhooks and suppressions are looked for. */
const usualFolder = ".letterpress";

/** How stores are opened. */
export interface StoreOptions {
  /** Whether a folder that is not there is made. @default false */
  readonly make?: boolean | undefined;
  /** Schema of a database that the tables are in. @default "letterpress" */
  readonly schema?: string | undefined;
}

/**
 * Opens the stores of webhooks and suppressions of an app.
 *
 * @param given the option, else `LETTERPRESS_STORE` of the environment, else `.letterpress`: a
 *   folder, or the address of an outbox's database (`postgres://…`, `embedded:` and a folder)
 * @throws {Error} when it is not there, or does not answer
 */
export async function openWebhookStores(
  given: string | undefined,
  { make = false, schema }: StoreOptions = {},
): Promise<WebhookFolder> {
  const named = given ?? (process.env.LETTERPRESS_STORE || usualFolder);
  if (/^(?:postgres|postgresql|embedded):/.test(named)) return openDatabaseStores(named, schema);
  const folder = resolve(named);
  if (!make && !existsSync(folder)) {
    throw new Error(
      `Cannot read webhooks: there is no folder ${folder}; name the one that your app gives to createWebhookFolder(), or its database, with --store`,
    );
  }
  // Loaded here, since no other command needs it.
  const { createWebhookFolder } = await import("../webhook/create-webhook-folder.ts");
  // A look removes nothing.
  return createWebhookFolder({ folder, keepDays: Number.POSITIVE_INFINITY });
}

async function openDatabaseStores(url: string, schema = "letterpress"): Promise<WebhookFolder> {
  const { openDatabase } = await import("../outbox/database/database.ts");
  const { migrate } = await import("../outbox/database/migrate.ts");
  const { createWebhookStore } = await import("../outbox/stores/create-webhook-store.ts");
  const { createSuppressionStore } = await import("../outbox/stores/create-suppression-store.ts");
  const database = openDatabase({ url, schema, maxConnections: 2 });
  const open = async () => database;
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    store: createWebhookStore(open),
    suppressions: createSuppressionStore(open),
    close: () => database.close(),
  };
}
