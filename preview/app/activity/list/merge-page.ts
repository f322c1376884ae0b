import type { ActivityList, ActivitySummary } from "../../../protocol/index.ts";

/** A list as far as it was loaded. */
export type LoadedList = ActivityList;

/** Puts the next page behind what is there. */
export function appendPage(loaded: LoadedList, page: ActivityList): LoadedList {
  const known = new Set(loaded.messages.map(({ id }) => id));
  const added = page.messages.filter(({ id }) => !known.has(id));
  return { ...page, messages: [...loaded.messages, ...added] };
}

/**
 * Puts the beginning of the list, as it is now, in the place of what stood there. What was loaded
 * further down stays where the two meet; where they do not, so much has come that it goes.
 */
export function refreshStart(loaded: LoadedList, start: ActivityList): LoadedList {
  const last = start.messages.at(-1);
  const meets = last && loaded.messages.findIndex(({ id }) => id === last.id);
  if (start.next === null || meets === undefined || meets < 0) return start;
  const rest: readonly ActivitySummary[] = loaded.messages.slice(meets + 1);
  if (rest.length === 0) return start;
  return {
    messages: [...start.messages, ...rest],
    next: loaded.next,
    searchedTo: loaded.searchedTo,
  };
}
