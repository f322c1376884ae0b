import { quoteKey } from "./characters.ts";
import type { IssueLog } from "./issue-log.ts";

/**
 * Reports keys that are not options. TypeScript says so while one writes; this says so to the rest:
 * an `encoding` or a misspelt `attachment` that is passed over silently sends a wrong mail.
 *
 * @param field path of the object, empty for the whole input
 */
export function reportUnknownKeys(
  value: object,
  known: readonly string[],
  field: string,
  log: IssueLog,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const shown = /^\w+$/.test(key) && key.length <= 60 ? key : quoteKey(key);
    log.report(
      field ? `${field}.${shown}` : shown,
      `is not an option; it is one of ${known.join(", ")}`,
    );
  }
}
