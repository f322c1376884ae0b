import type {
  EmailFindings,
  EmailQuery,
  FindingCount,
  ShownFinding,
} from "../../protocol/index.ts";
import { fetchCounts, fetchFindings, fetchMeasured } from "./check-endpoints.ts";
import { createStore, type Store } from "./store.ts";
import { type AnswerState, createWatchedAnswers } from "./watched-answers.ts";

/** What is known of the findings of one email in one state. */
export interface FindingsState extends AnswerState {
  /** The last answer; stays while a newer one is on its way. */
  readonly findings: EmailFindings | null;
}

/** What is wrong with the emails, as this page knows it. */
export interface Findings {
  read(query: EmailQuery): FindingsState;
  subscribe(listener: () => void): () => void;
  /** Asks now and again after every change, until the returned function is called. */
  watch(query: EmailQuery): () => void;
  /**
   * Has contrast measured that was estimated, and puts the answer in place of the estimate, unless
   * that was replaced meanwhile. @returns what gives it up
   */
  measure(query: EmailQuery, estimate: EmailFindings): () => void;
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

const nothing: FindingsState = { findings: null, problem: null, loading: false };

/** States whose findings are kept. */
const capacity = 40;

/** Makes the store of findings. */
export function createFindings(fetch: typeof fetchFindings = fetchFindings): Findings {
  const counts = createStore<ReadonlyMap<string, FindingCount>>(new Map());
  const measured = new WeakSet<EmailFindings>();
  const { read, subscribe, watch, invalidate, seed } = createWatchedAnswers<
    EmailFindings,
    FindingsState
  >({
    ...{ fetch, nothing, capacity },
    take: (_, findings) => ({ findings }),
    isFinal: ({ kind }) => kind !== "unreachable",
    isPassing: () => true,
  });
  return {
    ...{ read, subscribe, watch, invalidate, counts },
    measure(query, estimate) {
      if (measured.has(estimate) || estimate.status === "unchecked") return () => {};
      const giveUp = new AbortController();
      void fetchMeasured(query, { signal: giveUp.signal }).then((answer) => {
        const state = read(query);
        if (!answer.ok || state.findings !== estimate || state.loading) return;
        if (answer.value.revision !== estimate.revision) return;
        const findings = withoutOtherFixes(answer.value, estimate);
        measured.add(findings);
        seed(query, { ...state, findings });
      });
      return () => giveUp.abort();
    },
    pointed: createStore<ShownFinding | null>(null),
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

/** A fix is planned from the estimate: what was only measured has none that the server would know. */
function withoutOtherFixes(found: EmailFindings, estimate: EmailFindings): EmailFindings {
  const known = new Set(estimate.findings.map(({ key }) => key));
  const findings = found.findings.map((one) => (known.has(one.key) ? one : { ...one, fix: null }));
  return { ...found, findings };
}
