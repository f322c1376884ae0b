import { join } from "node:path";
import { normalPath } from "../normal-path.ts";

/**
 * What to give the module runner to load `letterpress` as the project's emails would. It names a file
 * in `node_modules`, for which no tsconfig.json is read: the nearest may include nothing but emails.
 */
export function ownEntryUrl(emailsDir: string): string {
  return normalPath(join(emailsDir, "node_modules/.letterpress/entry.js"));
}
