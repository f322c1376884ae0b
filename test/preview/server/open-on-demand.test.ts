import { expect, onTestFinished, test, vi } from "vitest";
import { openOnDemand } from "../../../preview/server/agent/browser/open-on-demand.ts";

const idleMs = 1_000;

/** What is opened, each by its number, and what became of it. */
function openThings() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const events: string[] = [];
  const ends: (() => void)[] = [];
  let number = 0;
  const things = openOnDemand(() => {
    number += 1;
    const name = String(number);
    events.push(`open ${name}`);
    const ended = new Promise<void>((resolve) => ends.push(resolve));
    return { name, ended, close: async () => void events.push(`close ${name}`) };
  }, idleMs);
  return { things, events, ends, use: () => things.use(async ({ name }) => name) };
}

test("it opens for the first use, stays for the next, and closes when it was not used for a while", async () => {
  const { events, use } = openThings();
  expect(events).toEqual([]);
  expect([await use(), await use()]).toEqual(["1", "1"]);
  await vi.advanceTimersByTimeAsync(idleMs - 1);
  expect(await use()).toBe("1");
  await vi.advanceTimersByTimeAsync(idleMs);
  expect(events).toEqual(["open 1", "close 1"]);
  expect(await use()).toBe("2");
});

test("it does not close under one that still uses it", async () => {
  const { things, events, use } = openThings();
  let finish = () => {};
  const long = things.use(() => new Promise<void>((resolve) => (finish = resolve)));
  await use();
  await vi.advanceTimersByTimeAsync(10 * idleMs);
  expect(events).toEqual(["open 1"]);
  finish();
  await long;
  await vi.advanceTimersByTimeAsync(idleMs);
  expect(events).toEqual(["open 1", "close 1"]);
});

test("what failed or ended by itself is replaced", async () => {
  const { things, events, ends, use } = openThings();
  await expect(things.use(async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await use()).toBe("2");
  ends[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(await use()).toBe("3");
  expect(events).toEqual(["open 1", "close 1", "open 2", "close 2", "open 3"]);
});
