import { useCallback, useEffect, useRef, useState } from "react";
import { fetchActivityList } from "../../data/activity-endpoints.ts";
import type { Problem } from "../../data/ask.ts";
import { useClient } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import { appendPage, type LoadedList, refreshStart } from "./merge-page.ts";

/** Most messages that are asked for at once, by the API's own limit. */
const mostAtOnce = 200;
const pageSize = 50;

/** The server is asked when one has stopped typing for so long, ms. */
const restMs = 120;

/** Changes that come in quick succession are asked for together, ms. */
const settleMs = 150;

/** A list that loads as one goes on, and follows the outbox. */
export interface ActivityListState {
  /** Null before the first answer. */
  readonly loaded: LoadedList | null;
  readonly problem: Problem | null;
  /** Whether more is being looked for. */
  readonly isSearching: boolean;
  /** Asks for more, where there is more. */
  readonly more: () => void;
}

/** @param query what is searched for; null where nothing can fit */
export function useActivityList(query: string | null): ActivityListState {
  const { activity } = useClient();
  const changes = useStore(activity.changes);
  const [state, setState] = useState<{ query: string | null; loaded: LoadedList } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSearching, setIsSearching] = useState(false);
  const latest = useRef(state);
  latest.current = state;
  const asking = useRef<AbortController | null>(null);

  const ask = useCallback(
    async (next: string | null, limit: number): Promise<void> => {
      asking.current?.abort();
      if (query === null) {
        setState({ query, loaded: { messages: [], next: null, searchedTo: null } });
        return;
      }
      const request = new AbortController();
      asking.current = request;
      setIsSearching(true);
      const params = new URLSearchParams(query);
      params.set("limit", String(limit));
      if (next !== null) params.set("next", next);
      const answer = await fetchActivityList(params, { signal: request.signal });
      if (request.signal.aborted) return;
      setIsSearching(false);
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      const before = latest.current?.query === query ? latest.current.loaded : null;
      const loaded =
        next !== null && before
          ? appendPage(before, answer.value)
          : before
            ? refreshStart(before, answer.value)
            : answer.value;
      setState({ query, loaded });
    },
    [query],
  );

  // Another search, and each change of the outbox, ask for the beginning anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is a reason by itself
  useEffect(() => {
    const isNew = latest.current?.query !== query;
    const loadedCount = isNew ? pageSize : (latest.current?.loaded.messages.length ?? pageSize);
    const limit = Math.min(mostAtOnce, Math.max(pageSize, loadedCount));
    const wait = latest.current === null ? 0 : isNew ? restMs : settleMs;
    const timer = setTimeout(() => void ask(null, limit), wait);
    return () => clearTimeout(timer);
  }, [ask, query, changes]);
  useEffect(() => () => asking.current?.abort(), []);

  const more = useCallback(() => {
    const current = latest.current;
    if (current?.query !== query || current.loaded.next === null) return;
    void ask(current.loaded.next, pageSize);
  }, [ask, query]);

  return { loaded: state?.loaded ?? null, problem, isSearching, more };
}
