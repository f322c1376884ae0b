import type { EmailQuery } from "../../protocol/index.ts";
import type { Answer, AskOptions, Problem } from "./ask.ts";

/** What of an answer's state is kept here. */
export interface AnswerState {
  /** Why there is no newer answer. */
  readonly problem: Problem | null;
  readonly loading: boolean;
}

/** Answers about emails in their states, kept so that going back to one takes no time. */
export interface WatchedAnswers<State> {
  read(query: EmailQuery): State;
  subscribe(listener: () => void): () => void;
  /** Asks unless what is here is fresh or on its way. */
  load(query: EmailQuery): void;
  /** Asks now and again after every change, until the returned function is called. */
  watch(query: EmailQuery): () => void;
  /** Something on disk changed; null: anything may have. */
  invalidate(ids: readonly string[] | null): void;
  /** Puts in what is known already. */
  seed(query: EmailQuery, state: State): void;
}

/** What kind of answers {@link createWatchedAnswers} keeps. */
export interface WatchedAnswersOptions<Value, State extends AnswerState> {
  readonly fetch: (query: EmailQuery, options: AskOptions) => Promise<Answer<Value>>;
  /** The state before the first answer. */
  readonly nothing: State;
  /** How many are kept; the one asked for longest ago goes first. */
  readonly capacity: number;
  /** What an answer makes of the state, but for `problem` and `loading`. */
  readonly take: (state: State, value: Value) => Partial<State>;
  /** Whether a failure is an answer that holds until something changes. */
  readonly isFinal: (problem: Problem) => boolean;
  /** Whether what is asked is given up as soon as no one watches it. */
  readonly isPassing: (query: EmailQuery) => boolean;
}

interface Entry<State> {
  readonly query: EmailQuery;
  state: State;
  fresh: boolean;
  watchers: number;
  request: AbortController | null;
}

/** Makes an empty store of answers. */
export function createWatchedAnswers<Value, State extends AnswerState>({
  fetch,
  nothing,
  capacity,
  take,
  isFinal,
  isPassing,
}: WatchedAnswersOptions<Value, State>): WatchedAnswers<State> {
  const entries = new Map<string, Entry<State>>();
  const listeners = new Set<() => void>();

  function entryOf(query: EmailQuery): Entry<State> {
    const key = keyOf(query);
    const known = entries.get(key);
    const entry = known ?? { query, state: nothing, fresh: false, watchers: 0, request: null };
    // Set again, so that the order of the map is the order of use.
    entries.delete(key);
    entries.set(key, entry);
    if (!known) dropOldest();
    return entry;
  }

  function dropOldest(): void {
    for (const [key, entry] of entries) {
      if (entries.size <= capacity) return;
      if (entry.watchers === 0 && !entry.request) entries.delete(key);
    }
  }

  function update(entry: Entry<State>, change: Partial<State>): void {
    entry.state = { ...entry.state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function load(entry: Entry<State>): void {
    if (entry.fresh) return;
    entry.fresh = true;
    entry.request?.abort();
    const request = new AbortController();
    entry.request = request;
    update(entry, { loading: true } as Partial<State>);
    void fetch(entry.query, { signal: request.signal }).then((answer) => {
      if (entry.request !== request) return;
      entry.request = null;
      if (!answer.ok) entry.fresh = isFinal(answer.problem);
      const taken = answer.ok ? take(entry.state, answer.value) : {};
      const problem = answer.ok ? null : answer.problem;
      update(entry, { ...taken, problem, loading: false } as Partial<State>);
    });
  }

  /** One typed on before the answer to an earlier key was there: no one will ask for it again. */
  function giveUp(entry: Entry<State>): void {
    if (!entry.request) return;
    entry.request.abort();
    entry.request = null;
    entries.delete(keyOf(entry.query));
  }

  return {
    read: (query) => entries.get(keyOf(query))?.state ?? nothing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: (query) => load(entryOf(query)),
    watch(query) {
      const entry = entryOf(query);
      entry.watchers += 1;
      load(entry);
      return () => {
        entry.watchers -= 1;
        if (entry.watchers === 0 && isPassing(query)) giveUp(entry);
      };
    },
    invalidate(ids) {
      for (const entry of [...entries.values()]) {
        if (ids && !ids.includes(entry.query.id)) continue;
        entry.fresh = false;
        if (entry.watchers > 0) load(entry);
      }
    },
    seed(query, state) {
      const entry = entryOf(query);
      entry.fresh = true;
      update(entry, state);
    },
  };
}

function keyOf({ id, variant, locale, props }: EmailQuery): string {
  return JSON.stringify([id, variant, locale, props]);
}
