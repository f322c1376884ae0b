import type { Activity } from "../../protocol/index.ts";
import { fetchActivity } from "./activity-endpoints.ts";
import type { Problem } from "./ask.ts";
import { createStore, type Store } from "./store.ts";

/** The outbox as this page knows it. */
export interface ActivityData {
  /** Null before the first answer. */
  readonly state: Store<Activity | null>;
  /** Why the last answer did not come. */
  readonly problem: Store<Problem | null>;
  /** A number that grows with each change of the outbox. */
  readonly changes: Store<number>;
  /** Something has changed. What is shown asks anew. */
  touch(): void;
  refresh(): Promise<void>;
}

/** Makes the outbox's store. */
export function createActivityData(): ActivityData {
  const state = createStore<Activity | null>(null);
  const problem = createStore<Problem | null>(null);
  const changes = createStore(0);
  return {
    ...{ state, problem, changes },
    touch: () => changes.set(changes.get() + 1),
    async refresh() {
      const answer = await fetchActivity();
      problem.set(answer.ok ? null : answer.problem);
      if (answer.ok) state.set(answer.value);
    },
  };
}
