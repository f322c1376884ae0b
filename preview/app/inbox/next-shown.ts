import type { Thread } from "./threads.ts";

/**
 * What to open when messages are deleted, of which one is open: the next one below it in the list
 * as it is filtered that stays, else the nearest above it.
 *
 * @param gone ids of all that are deleted
 * @returns its id, or null when nothing else is shown
 */
export function nextShown(
  threads: readonly Thread[],
  id: string,
  gone: ReadonlySet<string> = new Set([id]),
): string | null {
  const ids = threads.flatMap(({ messages }) => messages.map((message) => message.id));
  const at = ids.indexOf(id);
  const stays = (one: string) => !gone.has(one);
  return ids.slice(at + 1).find(stays) ?? ids.slice(0, Math.max(at, 0)).findLast(stays) ?? null;
}
