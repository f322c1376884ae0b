import { metrics as otherMetrics } from "@opentelemetry/api";
import type { OutboxEvent } from "letterpress/outbox";
import { expect, test } from "vitest";
import { startMetrics } from "../../src/outbox/work/metrics.ts";

const status = {
  open: { queued: 3, retry: 0, sending: 1, uncertain: 0, held: 2 },
  senders: [{ name: "default", waiting: 3, sending: 1, oldestDueMs: 4_000, paused: undefined }],
} as never;

const accepted: OutboxEvent & { readonly type: "state" } = {
  type: "state",
  state: "accepted",
  ...{ id: "1", sender: "default", attempts: 1, ageMs: 250, reason: undefined },
};

/** A meter that keeps what it is told. */
function recordingApi() {
  const told: [name: string, value: number, attributes: unknown][] = [];
  const callbacks = new Set<(result: object) => Promise<void>>();
  const instrument = (name: string) => {
    const note = (value: number, attributes: unknown) => told.push([name, value, attributes]);
    return { name, add: note, record: note };
  };
  const meter = {
    ...{ createCounter: instrument, createHistogram: instrument },
    createObservableGauge: instrument,
    addBatchObservableCallback: (callback: never) => callbacks.add(callback),
    removeBatchObservableCallback: (callback: never) => callbacks.delete(callback),
  };
  const collect = async () => {
    const observe = ({ name }: { name: string }, value: number, attributes: unknown) =>
      told.push([name, value, attributes]);
    for (const callback of callbacks) await callback({ observe });
  };
  return { told, collect, api: { metrics: { getMeter: () => meter } } as never };
}

test("attempts and the time to accept are counted, depth and age read when they are asked for", async () => {
  const { told, collect, api } = recordingApi();
  let reads = 0;
  const metrics = await startMetrics(
    async () => {
      reads += 1;
      return status;
    },
    async () => api,
  );
  metrics.note(accepted);
  metrics.note({ ...accepted, state: "retry" });
  metrics.note({ type: "database", isThere: true });
  const sender = { "letterpress.sender": "default" };
  expect(told).toEqual([
    ["letterpress.outbox.attempts", 1, { ...sender, "letterpress.state": "accepted" }],
    ["letterpress.outbox.time_to_accept", 0.25, sender],
    ["letterpress.outbox.attempts", 1, { ...sender, "letterpress.state": "retry" }],
  ]);
  expect(reads).toBe(0);
  await collect();
  expect(told).toContainEqual(["letterpress.outbox.messages", 2, { "letterpress.state": "held" }]);
  expect(told).toContainEqual(["letterpress.outbox.queue_age", 4, sender]);
  expect(told).toContainEqual(["letterpress.outbox.paused", 0, sender]);
  metrics.end();
  const before = told.length;
  await collect();
  expect(told).toHaveLength(before);
});

test("without OpenTelemetry, or without an SDK, nothing is measured and nothing fails", async () => {
  const read = async () => status;
  const absent = await startMetrics(read, async () => {
    throw new Error("no such package");
  });
  absent.note(accepted);
  absent.end();
  const noSdk = await startMetrics(read, async () => ({ metrics: otherMetrics }) as never);
  noSdk.note(accepted);
  noSdk.end();
});
