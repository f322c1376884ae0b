import type { Clock } from "../../src/clock.ts";

/** Real milliseconds in which what is under way is left to come to rest, before time goes on. */
const restMs = 4;

/** Sleeps that end so close together, in milliseconds, are ended together. */
const gatherMs = 20;

/**
 * A clock whose time passes only while somebody sleeps on it, and then at once: as many may sleep
 * side by side as on a real one, and it tells what the whole would have taken.
 */
export function createVirtualClock() {
  const sleepers = new Map<() => void, number>();
  let now = 1_000_000;
  let timer: NodeJS.Timeout | undefined;
  const goOn = () => {
    timer = undefined;
    const first = Math.min(...sleepers.values());
    for (const [wake, at] of [...sleepers].filter(([, at]) => at <= first + gatherMs)) {
      now = Math.max(now, at);
      sleepers.delete(wake);
      wake();
    }
    arm();
  };
  const arm = () => {
    if (timer === undefined && sleepers.size > 0) timer = setTimeout(goOn, restMs);
  };
  const clock: Clock = {
    now: () => now,
    sleep: (ms, { signal } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = () => {
          sleepers.delete(wake);
          reject(signal?.reason);
        };
        const wake = () => {
          signal?.removeEventListener("abort", onAbort);
          resolve();
        };
        signal?.addEventListener("abort", onAbort, { once: true });
        sleepers.set(wake, now + ms);
        arm();
      }),
  };
  return { clock };
}
