import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { WebhookFolder } from "../webhook/create-webhook-folder.ts";

/** Where the stores of webhooks and suppressions are looked for. */
export const usualFolder = ".letterpress";

/**
 * Opens the folder that an app keeps webhooks and suppressions in.
 *
 * @param given the option; else `LETTERPRESS_STORE` of the environment, else `.letterpress`
 * @param options `make`: whether one that is not there is made
 * @throws {Error} when it is not there
 */
export async function openWebhookFolder(
  given: string | undefined,
  { make = false }: { readonly make?: boolean } = {},
): Promise<WebhookFolder> {
  const folder = resolve(given ?? (process.env.LETTERPRESS_STORE || usualFolder));
  if (!make && !existsSync(folder)) {
    throw new Error(
      `Cannot read webhooks: there is no folder ${folder}; name the one that your app gives to createWebhookFolder() with --store`,
    );
  }
  // Loaded here, since no other command needs it.
  const { createWebhookFolder } = await import("../webhook/create-webhook-folder.ts");
  // A look removes nothing.
  return createWebhookFolder({ folder, keepDays: Number.POSITIVE_INFINITY });
}
