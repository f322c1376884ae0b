import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createFileWebhookStore, type WebhookStore } from "letterpress/webhook";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../make-folder.ts";
import { makeArrival, testWebhookStore } from "./webhook-store.contract.ts";

const day = 24 * 60 * 60 * 1_000;
const start = Date.UTC(2026, 10, 26, 9);
const clockAt = (ms: number) => ({ now: () => ms, sleep: async () => {} });

async function open(folder: string, now = start): Promise<WebhookStore> {
  const store = await createFileWebhookStore({ folder, clock: clockAt(now) });
  onTestFinished(() => store.close());
  return store;
}

async function idsOf(store: WebhookStore): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, status } of store.list()) ids.push(`${id} ${status}`);
  return ids;
}

testWebhookStore("files", async () => {
  const folder = makeFolder();
  return { store: await open(folder), again: () => open(folder) };
});

test("files: of two processes that claim at once, one handles", async () => {
  const folder = makeFolder();
  const stores = await Promise.all([open(folder), open(folder), open(folder)]);
  for (let i = 0; i < 20; i += 1) {
    const claims = await Promise.all(
      stores.map((store) => store.claim(makeArrival(`a${i}`), { now: start, leaseMs: 60_000 })),
    );
    expect(claims.sort()).toEqual(["busy", "busy", "handle"]);
  }
});

test("files: what a killed process left of a line is passed over, and costs its neighbours nothing", async () => {
  const folder = makeFolder();
  const first = await open(folder);
  await first.claim(makeArrival("a"), { now: start, leaseMs: 60_000 });
  await first.close();
  const [file = ""] = readdirSync(folder).map((name) => join(folder, name));
  appendFileSync(file, `\n{"claim":"torn","token":"x","now":17`);
  const second = await open(folder);
  expect(await idsOf(second)).toEqual(["a handling"]);
  await second.claim(makeArrival("b", 1), { now: start, leaseMs: 60_000 });
  await second.settle("b", { now: start });
  expect(await idsOf(second)).toEqual(["a handling", "b done"]);
  expect(await idsOf(await open(folder))).toEqual(["a handling", "b done"]);
});

test("files: wherever a file is cut off, it opens, and nothing is in it that was not written", async () => {
  const folder = makeFolder();
  const store = await open(folder);
  for (const [i, id] of ["a", "b", "c"].entries()) {
    await store.claim(makeArrival(id, i), { now: start, leaseMs: 60_000 });
    await store.settle(id, { now: start });
  }
  await store.close();
  const [name = ""] = readdirSync(folder);
  const whole = readFileSync(join(folder, name));
  let most = 0;
  for (let cut = 0; cut <= whole.length; cut += 31) {
    const copy = makeFolder();
    writeFileSync(join(copy, name), whole.subarray(0, cut));
    const ids = await idsOf(await open(copy));
    expect(["a", "b", "c"].slice(0, ids.length)).toEqual(ids.map((id) => id.charAt(0)));
    expect(ids.length).toBeGreaterThanOrEqual(most);
    most = ids.length;
  }
  expect(most).toBe(3);
});

test("files: old days go when all in them is done, and stay while something is not", async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const claim = (id: string, days: number) =>
    store.claim(makeArrival(id, days * 86_400), { now: start + days * day, leaseMs: 60_000 });
  await claim("old", 0);
  await store.settle("old", { now: start });
  await claim("failed", 1);
  await store.settle("failed", { now: start + day, error: "x" });
  await claim("new", 2);
  await store.settle("new", { now: start + 2 * day });
  await store.close();
  const later = await open(folder, start + 30 * day);
  expect(await idsOf(later)).toEqual(["failed failed", "new done"]);
  await later.claim(makeArrival("failed"), { now: start + 30 * day, leaseMs: 60_000 });
  await later.settle("failed", { now: start + 30 * day });
  await later.close();
  expect(await idsOf(await open(folder, start + 31 * day))).toEqual([]);
});

test("files: other files in the folder are left alone", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "notes.txt"), "mine");
  const store = await open(folder);
  await store.claim(makeArrival("a"), { now: start, leaseMs: 60_000 });
  expect(readdirSync(folder).sort()).toEqual(["2026-11-26.jsonl", "notes.txt"]);
});

test("createFileWebhookStore() refuses to keep nothing", async () => {
  const keepDays = 0;
  await expect(createFileWebhookStore({ folder: makeFolder(), keepDays })).rejects.toThrow(
    "'keepDays' is 0",
  );
});
