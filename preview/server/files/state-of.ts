import { type Stats, statSync } from "node:fs";

/** What is known of a file on disk; `undefined` when there is none. */
export function stateOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** When a file or folder last changed, ms since the epoch; 0 when there is none. */
export function changedAt(path: string): number {
  return stateOf(path)?.mtimeMs ?? 0;
}
