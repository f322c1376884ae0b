import type { BatchObservableResult, Meter, Observable } from "@opentelemetry/api";
import { importOptional } from "../../optional-package.ts";
import type { OutboxStatus } from "../care/read-status.ts";
import type { OutboxEvent } from "../outbox-event.ts";

/** Measures of an outbox while it is worked on. */
export interface OutboxMetrics {
  /** Takes note of what has happened. */
  note(event: OutboxEvent): void;
  /** Takes no more measures. */
  end(): void;
}

const without: OutboxMetrics = { note: () => {}, end: () => {} };

/**
 * Measures through `@opentelemetry/api` where it is installed, an optional peer. Nothing is read
 * from the database until the app registers an SDK with it.
 *
 * @param readStatus asked once for each time that the SDK collects
 * @param importApi for tests
 */
export async function startMetrics(
  readStatus: () => Promise<OutboxStatus>,
  importApi: () => Promise<typeof import("@opentelemetry/api")> = () =>
    importOptional("@opentelemetry/api"),
): Promise<OutboxMetrics> {
  const api = await importApi().catch(() => undefined);
  if (!api) return without;
  const meter = api.metrics.getMeter("letterpress");
  const attempts = meter.createCounter("letterpress.outbox.attempts", {
    description: "Attempts that have ended, by the state that they led to",
  });
  const timeToAccept = meter.createHistogram("letterpress.outbox.time_to_accept", {
    description: "Time from when a message was due until a server took it",
    unit: "s",
  });
  const endGauges = observe(meter, readStatus);
  return {
    note(event) {
      if (event.type !== "state") return;
      const sender = { "letterpress.sender": event.sender };
      attempts.add(1, { ...sender, "letterpress.state": event.state });
      if (event.state === "accepted") timeToAccept.record(event.ageMs / 1_000, sender);
    },
    end: endGauges,
  };
}

/** What is read when it is asked for. @returns ends it */
function observe(meter: Meter, readStatus: () => Promise<OutboxStatus>): () => void {
  const messages = meter.createObservableGauge("letterpress.outbox.messages", {
    description: "Messages that are not done, by state; the same in every process",
  });
  const queueAge = meter.createObservableGauge("letterpress.outbox.queue_age", {
    description: "How long the oldest due message of a sender has waited",
    unit: "s",
  });
  const paused = meter.createObservableGauge("letterpress.outbox.paused", {
    description: "1 while a sender is paused, because it is at fault",
  });
  const observables: Observable[] = [messages, queueAge, paused];
  const read = async (result: BatchObservableResult) => {
    // A database that does not answer is told elsewhere; there is nothing to measure then.
    const status = await readStatus().catch(() => undefined);
    for (const [state, count] of Object.entries(status?.open ?? {})) {
      result.observe(messages, count, { "letterpress.state": state });
    }
    for (const { name, oldestDueMs, paused: pause } of status?.senders ?? []) {
      const sender = { "letterpress.sender": name };
      result.observe(queueAge, oldestDueMs / 1_000, sender);
      result.observe(paused, pause ? 1 : 0, sender);
    }
  };
  meter.addBatchObservableCallback(read, observables);
  return () => meter.removeBatchObservableCallback(read, observables);
}
