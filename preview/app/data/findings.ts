import type {
  EmailFindings,
  EmailQuery,
  FindingCount,
  ShownFinding,
} from "../../protocol/index.ts";
import type { Answer, Problem } from "./ask.ts";
import { fetchCounts, fetchFindings } from "./check-endpoints.ts";
import { createStore, type Store } from "./store.ts";

/** What is known of the findings of one email in one state. */
export interface FindingsState {
  /** The last answer; stays while a newer one is on its way. */
  readonly findings: EmailFindings | null;
  /** Why there is no newer one. */
  readonly problem: Problem | null;
  readonly loading: boolean;
}

/** What is wrong with the emails, as this page knows it. */
export interface Findings {
  read(query: EmailQuery): FindingsState;
  subscribe(listener: () => void): () => void;
  /** Asks now and again after every change, until the returned function is called. */
  watch(query: EmailQuery): () => void;
  /** Something on disk changed; null: anything may have. */
  invalidate(ids: readonly string[] | null): void;
  /** How much was found in the default variant of each email, as far as it was counted. */
  readonly counts: Store<ReadonlyMap<string, FindingCount>>;
  /** Asks for what was counted so far; the rest is told. */
  refreshCounts(): Promise<void>;
  setCount(count: FindingCount): void;
  /** The finding that one points at: its elements are marked in the email. */
  readonly pointed: Store<ShownFinding | null>;
}

interface Entry {
  readonly query: EmailQuery;
  state: FindingsState;
  fresh: boolean;
  watchers: number;
  request: AbortController | null;
}

const nothing: FindingsState = { findings: null, problem: null, loading: false };

/** States whose findings are kept; the one asked for longest ago goes first. */
const capacity = 40;

/** Makes the store of findings. */
export function createFindings(fetch: typeof fetchFindings = fetchFindings): Findings {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const counts = createStore<ReadonlyMap<string, FindingCount>>(new Map());

  function entryOf(query: EmailQuery): Entry {
    const key = keyOf(query);
    const entry = entries.get(key) ?? {
      ...{ query, state: nothing, fresh: false, watchers: 0, request: null },
    };
    // Set again, so that the order of the map is the order of use.
    entries.delete(key);
    entries.set(key, entry);
    for (const [other, { watchers }] of entries) {
      if (entries.size <= capacity) break;
      if (watchers === 0 && other !== key) entries.delete(other);
    }
    return entry;
  }

  function update(entry: Entry, change: Partial<FindingsState>): void {
    entry.state = { ...entry.state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function load(entry: Entry): void {
    if (entry.fresh) return;
    entry.fresh = true;
    entry.request?.abort();
    const request = new AbortController();
    entry.request = request;
    update(entry, { loading: true });
    void fetch(entry.query, { signal: request.signal }).then((answer) => {
      if (entry.request !== request) return;
      entry.request = null;
      settle(entry, answer);
    });
  }

  function settle(entry: Entry, answer: Answer<EmailFindings>): void {
    if (answer.ok) update(entry, { findings: answer.value, problem: null, loading: false });
    else {
      entry.fresh = answer.problem.kind !== "unreachable";
      update(entry, { problem: answer.problem, loading: false });
    }
  }

  return {
    counts,
    pointed: createStore<ShownFinding | null>(null),
    read: (query) => entries.get(keyOf(query))?.state ?? nothing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(query) {
      const entry = entryOf(query);
      entry.watchers += 1;
      load(entry);
      return () => {
        entry.watchers -= 1;
        // One typed on: no one will ask for it again.
        if (entry.watchers > 0 || !entry.request) return;
        entry.request.abort();
        entries.delete(keyOf(query));
      };
    },
    invalidate(ids) {
      for (const entry of [...entries.values()]) {
        if (ids && !ids.includes(entry.query.id)) continue;
        entry.fresh = false;
        if (entry.watchers > 0) load(entry);
      }
    },
    async refreshCounts() {
      const answer = await fetchCounts();
      if (!answer.ok) return;
      counts.set(new Map(answer.value.counts.map((count) => [count.id, count])));
    },
    setCount(count) {
      counts.set(new Map(counts.get()).set(count.id, count));
    },
  };
}

function keyOf({ id, variant, locale, props }: EmailQuery): string {
  return JSON.stringify([id, variant, locale, props]);
}
