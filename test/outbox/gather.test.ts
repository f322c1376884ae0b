import { expect, test } from "vitest";
import { gather } from "../../src/outbox/database/gather.ts";

/** Runs that end when they are told to. */
function heldRuns(fails: (items: readonly number[]) => boolean = () => false) {
  const runs: { readonly items: readonly number[]; end(): void }[] = [];
  const run = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      const end = () => (fails(items) ? reject(new Error("no")) : resolve(items.map((n) => n * 2)));
      runs.push({ items, end });
    });
  return { run, runs };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("calls of one turn run together, whatever else the turn does before them", async () => {
  const { run, runs } = heldRuns();
  const call = gather(run, { maxItems: 3, isOnes: () => true });
  const results = [1, 2, 3, 4].map(async (n) => call(await n));
  for (let i = 0; i < 2; i++) {
    await settled();
    runs[i]?.end();
  }
  expect(runs.map(({ items }) => items)).toEqual([[1, 2, 3], [4]]);
  expect(await Promise.all(results)).toEqual([2, 4, 6, 8]);
});

test("a call that comes alone runs at once, and those that come meanwhile run together", async () => {
  const { run, runs } = heldRuns();
  const call = gather(run, { maxItems: 3, isOnes: () => true });
  const first = call(1);
  await Promise.resolve();
  expect(runs).toHaveLength(1);
  const results = [first, ...[2, 3, 4, 5].map((n) => call(n))];
  for (let i = 0; i < 3; i++) {
    runs[i]?.end();
    await settled();
  }
  expect(runs.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
  expect(await Promise.all(results)).toEqual([2, 4, 6, 8, 10]);
});

test("no run is larger than it may be, and one item that is larger goes alone", async () => {
  const { run, runs } = heldRuns();
  const call = gather(run, {
    ...{ maxItems: 10, maxSize: 10, sizeOf: (n: number) => n, isOnes: () => true },
  });
  const results = [6, 4, 50, 2].map((n) => call(n));
  for (let i = 0; i < 3; i++) {
    await settled();
    runs[i]?.end();
  }
  expect(runs.map(({ items }) => items)).toEqual([[6, 4], [50], [2]]);
  await Promise.all(results);
});

test("where one item is at fault, the others of its run succeed", async () => {
  const calls: (readonly number[])[] = [];
  const run = async (items: readonly number[]) => {
    calls.push(items);
    await settled();
    if (items.includes(3)) throw new Error("three");
    return items.map(String);
  };
  const call = gather(run, { maxItems: 10, isOnes: () => true });
  const results = await Promise.allSettled([1, 2, 3, 4].map((n) => call(n)));
  expect(results.map(({ status }) => status)).toEqual([
    ...["fulfilled", "fulfilled", "rejected", "fulfilled"],
  ]);
  expect(calls).toEqual([[1, 2, 3, 4], [1], [2], [3], [4]]);
});

test("what fails for all is not run again", async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    await settled();
    throw new Error("gone");
  };
  const call = gather(run, { maxItems: 10, isOnes: () => false });
  await Promise.allSettled([1, 2, 3].map((n) => call(n)));
  expect(runs).toBe(1);
});
