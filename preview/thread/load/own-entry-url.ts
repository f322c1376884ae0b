import { join } from "node:path";
import { normalPath } from "../normal-path.ts";

/** What to give the module runner to load `letterpress` as the project's emails would. */
export function ownEntryUrl(emailsDir: string): string {
  return normalPath(join(emailsDir, ".letterpress.entry.ts"));
}
