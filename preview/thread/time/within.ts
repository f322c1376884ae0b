import { sleepPatiently } from "./patient-clock.ts";

/** How long to wait, and for what. */
export interface Patience {
  readonly timeoutMs: number;
  /** Whether someone else is waited for: that time does not count. */
  readonly isHeld?: (() => boolean) | undefined;
}

/**
 * The value of a promise, if it comes in time.
 *
 * @throws what `late` returns, after `timeoutMs` of this thread's own time
 */
export async function within<T>(
  promise: Promise<T>,
  { timeoutMs, isHeld }: Patience,
  late: () => Error,
): Promise<T> {
  const settled = new AbortController();
  const timeout = sleepPatiently(timeoutMs, { signal: settled.signal, isHeld }).then(() => {
    throw late();
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    settled.abort();
  }
}
