import { createMemoryWebhookStore } from "letterpress/webhook";
import { expect, test } from "vitest";
import { makeArrival, testWebhookStore } from "./webhook-store.contract.ts";

testWebhookStore("memory", async () => ({ store: createMemoryWebhookStore() }));

async function fill(store: ReturnType<typeof createMemoryWebhookStore>) {
  for (const [i, id] of ["failed", "done", "handling", "new"].entries()) {
    await store.claim(makeArrival(id, i), { now: i, leaseMs: 1_000 });
    if (id === "failed") await store.settle(id, { now: i, error: "x" });
    if (id === "done") await store.settle(id, { now: i });
  }
  const ids: string[] = [];
  for await (const { id } of store.list()) ids.push(id);
  return ids;
}

test("a store in memory that is full drops what is done first, and what failed next", async () => {
  expect(await fill(createMemoryWebhookStore({ maxRecords: 3 }))).toEqual([
    ...["failed", "handling", "new"],
  ]);
  expect(await fill(createMemoryWebhookStore({ maxRecords: 2 }))).toEqual(["handling", "new"]);
});

test("a store in memory counts the characters of bodies", async () => {
  const maxCharacters = 2 * makeArrival("handling").body.length + 10;
  expect(await fill(createMemoryWebhookStore({ maxCharacters }))).toEqual(["handling", "new"]);
});
