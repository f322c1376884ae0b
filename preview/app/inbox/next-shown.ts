import type { Thread } from "./threads.ts";

/**
 * What to open when a message is deleted: the one below it in the list as it is filtered, else the
 * one above it.
 *
 * @returns its id, or null when nothing else is shown
 */
export function nextShown(threads: readonly Thread[], id: string): string | null {
  const ids = threads.flatMap(({ messages }) => messages.map((message) => message.id));
  const at = ids.indexOf(id);
  if (at < 0) return ids[0] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}
