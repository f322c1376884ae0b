import type { Clock } from "../../src/clock.ts";

/** A clock whose sleeps pass at once, and are remembered. */
export function createFakeClock() {
  const sleeps: number[] = [];
  let now = 1_000_000;
  const clock: Clock = {
    now: () => now,
    async sleep(ms, options) {
      options?.signal?.throwIfAborted();
      sleeps.push(ms);
      now += ms;
      await new Promise((resolve) => setImmediate(resolve));
      options?.signal?.throwIfAborted();
    },
  };
  return { clock, sleeps };
}

/** A clock that sleeps until it is told to wake. */
export function createFrozenClock() {
  const sleepers: (() => void)[] = [];
  const clock: Clock = {
    now: () => 0,
    sleep: (_ms, options) =>
      new Promise((resolve, reject) => {
        options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
        sleepers.push(resolve);
      }),
  };
  const wake = () => {
    for (const resolve of sleepers.splice(0)) resolve();
  };
  return { clock, wake, sleepers };
}
