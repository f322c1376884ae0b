import { performance } from "node:perf_hooks";
import { onTestFinished, vi } from "vitest";

/** The real one, whatever stands in for it later. */
const { setTimeout } = globalThis;

/** Real milliseconds without anything to do after which nothing more is expected to happen. */
const restMs = 5;

/** Turns of the event loop after that, in which what came meanwhile is noticed. */
const restTurns = 10;

/**
 * Does work whose time-outs are real ones, in no time: whenever everything in this process is at
 * rest, the servers that it talks with too, the next timer fires. No time-out ever strikes what is
 * merely slow because the machine has much else to do.
 *
 * @param work begins all that has timers itself, for those from before go by the real time, and ends
 *   it, for those that are left never fire
 * @returns what the work gave, and the milliseconds that it would have taken but for its own work
 */
export async function inVirtualTime<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly elapsedMs: number }> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  let isOver = false;
  // A test that was given up has no more use for time.
  onTestFinished(() => {
    isOver = true;
  });
  try {
    const startedAt = Date.now();
    const done = work().finally(() => {
      isOver = true;
    });
    // It is awaited below; until then nobody needs to hear of it.
    done.catch(() => undefined);
    while (!isOver) if (await isAtRest()) vi.advanceTimersToNextTimer();
    const elapsedMs = Date.now() - startedAt;
    return { result: await done, elapsedMs };
  } finally {
    vi.useRealTimers();
  }
}

/** Waits a moment. @returns whether no socket, file or thread had anything to say in it */
async function isAtRest(): Promise<boolean> {
  const before = eventCount();
  await new Promise((resolve) => setTimeout(resolve, restMs));
  for (let i = 0; i < restTurns; i += 1) await new Promise((resolve) => setImmediate(resolve));
  return eventCount() === before;
}

function eventCount(): number {
  return performance.nodeTiming.uvMetricsInfo.events;
}
