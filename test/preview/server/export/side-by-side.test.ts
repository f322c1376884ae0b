import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { sideBySide } from "../../../../preview/server/export/side-by-side.ts";

const five = [0, 1, 2, 3, 4];

/** Work that takes as many turns as its item says, and how much of it was under way at once. */
function workers(turns: readonly number[]) {
  const seen = { underWay: 0, most: 0, begun: [] as number[], ended: [] as number[] };
  const work = async (item: number) => {
    seen.begun.push(item);
    seen.underWay += 1;
    seen.most = Math.max(seen.most, seen.underWay);
    for (let left = turns[item] ?? 0; left > 0; left -= 1) await turn();
    seen.underWay -= 1;
    seen.ended.push(item);
    return item;
  };
  return { seen, work };
}

test("gives results in the order of the things, whatever is done first", async () => {
  const { seen, work } = workers([9, 1, 5, 1, 1]);
  const results: number[] = [];
  for await (const result of sideBySide(five, 3, work)) results.push(result);
  expect(results).toEqual(five);
  expect(seen.most).toBe(3);
  expect(seen.ended).not.toEqual(five);
});

test("of nothing there is nothing", async () => {
  const { work } = workers([]);
  expect((await sideBySide([], 4, work).next()).done).toBe(true);
});

test("begins no more once one failed, and waits for what is under way", async () => {
  const { seen, work } = workers([1, 1, 6, 1, 1]);
  const failing = async (item: number) => {
    if ((await work(item)) === 1) throw new Error("struck");
    return item;
  };
  const read = async () => {
    for await (const _ of sideBySide(five, 2, failing));
  };
  await expect(read()).rejects.toThrow("struck");
  expect(seen.underWay).toBe(0);
  expect(seen.begun).not.toContain(4);
});
