import { mergeSuppression } from "./merge-suppression.ts";
import { isSuppressed, matchesSuppression, suppressionKey } from "./suppression-key.ts";
import type { SuppressionState, SuppressionStore } from "./suppression-store.ts";

/** Keeps suppressions in memory, for tests and for apps that load them at their start. */
export function createMemorySuppressionStore(): SuppressionStore {
  const states = new Map<string, SuppressionState>();
  return {
    async find(addresses, stream) {
      return addresses.flatMap((address) => {
        const state = states.get(suppressionKey(address, stream));
        return state && isSuppressed(state) ? [state] : [];
      });
    },
    async apply(change) {
      const key = suppressionKey(change.address, change.stream);
      const address = change.address.toLowerCase();
      const next = mergeSuppression(states.get(key), { ...change, address });
      states.set(key, next);
      return next;
    },
    async *list(filter = {}) {
      const keys = [...states.keys()].sort();
      for (const key of keys) {
        const state = states.get(key);
        if (state && matchesSuppression(state, filter)) yield state;
      }
    },
    async close() {},
  };
}
