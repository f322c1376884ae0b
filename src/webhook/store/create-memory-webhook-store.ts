import { decideClaim } from "./claim-state.ts";
import { matchesFilter } from "./matches-filter.ts";
import type { WebhookRecord, WebhookStore } from "./webhook-store.ts";

/** Options of {@link createMemoryWebhookStore}. */
export interface MemoryWebhookStoreOptions {
  /** Most webhooks that are kept. @default 10,000, hours of repetitions of a busy app */
  readonly maxRecords?: number | undefined;
  /** Most characters of all bodies together. @default 32 million */
  readonly maxCharacters?: number | undefined;
}

/**
 * Keeps webhooks in memory: enough to tell repetitions apart while the process lives. When it is
 * full the oldest go first, and those that failed last.
 */
export function createMemoryWebhookStore({
  maxRecords = 10_000,
  maxCharacters = 32_000_000,
}: MemoryWebhookStoreOptions = {}): WebhookStore {
  // In the order of arrival.
  const records = new Map<string, WebhookRecord>();
  let characters = 0;
  const drop = (isMeant: (record: WebhookRecord) => boolean) => {
    for (const record of records.values()) {
      if (records.size <= maxRecords && characters <= maxCharacters) return;
      if (!isMeant(record)) continue;
      records.delete(record.id);
      characters -= record.body.length;
    }
  };
  return {
    async claim(arrival, options) {
      const known = records.get(arrival.id);
      const claim = decideClaim(known, options);
      if (claim !== "handle") return claim;
      records.set(arrival.id, {
        ...(known ?? arrival),
        status: "handling",
        attempts: (known?.attempts ?? 0) + 1,
        updatedAt: new Date(options.now),
        error: undefined,
      });
      if (!known) characters += arrival.body.length;
      drop(({ status }) => status === "done");
      drop(({ status }) => status === "failed");
      return claim;
    },
    async settle(id, { now, error }) {
      const known = records.get(id);
      if (!known) return;
      const status = error === undefined ? "done" : "failed";
      records.set(id, { ...known, status, updatedAt: new Date(now), error });
    },
    async *list(filter = {}) {
      const ordered = [...records.values()].sort(
        (a, b) => a.receivedAt.getTime() - b.receivedAt.getTime(),
      );
      for (const record of ordered) if (matchesFilter(record, filter)) yield record;
    },
    async close() {},
  };
}
