import type { Clock } from "../../../src/clock.ts";

const tickMs = 50;
/** A thread that was kept from its turn is not to blame for the time it lost. */
const longestTickMs = 2 * tickMs;

/** A sleep that may stand still. */
export interface PatientSleepOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether someone else is waited for: that time does not count. */
  readonly isHeld?: (() => boolean) | undefined;
}

/**
 * Resolves after `ms` milliseconds in which this thread could have done something: on a busy machine
 * that is later than a timer of the machine's own would say.
 *
 * @throws the signal's reason, as soon as it aborts
 */
export function sleepPatiently(
  ms: number,
  { signal, isHeld = () => false }: PatientSleepOptions = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    let leftMs = ms;
    let last = performance.now();
    const end = () => {
      clearInterval(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const onAbort = () => {
      end();
      reject(signal?.reason);
    };
    const timer = setInterval(
      () => {
        const now = performance.now();
        if (!isHeld()) leftMs -= Math.min(now - last, longestTickMs);
        last = now;
        if (leftMs > 0) return;
        end();
        resolve();
      },
      Math.min(tickMs, ms),
    );
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/** The machine's time, with sleeps as {@link sleepPatiently} has them. */
export const patientClock: Clock = { now: () => Date.now(), sleep: sleepPatiently };
