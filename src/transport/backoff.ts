/** Longest wait before the first retry. */
const baseDelayMs = 250;
/** Longest wait before any retry. */
const maxDelayMs = 10_000;
/** Longest wait before a server that may be back any time is tried again: messages wait for it. */
const maxAbsentDelayMs = 2_000;

/**
 * How long to wait before a retry: anything up to a bound that doubles with each attempt ("full
 * jitter"), so that callers who failed together do not come back together.
 *
 * @param attempt the attempt that failed, from 1
 * @param random a number in [0, 1)
 * @returns whole milliseconds
 */
export function retryDelayMs(attempt: number, random: number): number {
  return Math.floor(random * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1)));
}

/** Failed connections in a row that cost nothing yet. */
const freeFailures = 2;

/**
 * How long the pool waits before it tries to connect again, so that a server that is down or that
 * refuses a password is not hammered by every message in turn.
 *
 * @param failures connections that failed in a row
 * @param random a number in [0, 1)
 * @param isTransient whether the failure may pass by itself; a refused password does not
 * @returns whole milliseconds
 */
export function reconnectDelayMs(failures: number, random: number, isTransient: boolean): number {
  const counted = failures - freeFailures;
  if (counted < 1) return 0;
  const longest = isTransient ? maxAbsentDelayMs : maxDelayMs;
  const bound = Math.min(longest, 100 * 2 ** (counted - 1));
  return Math.floor(bound / 2 + (random * bound) / 2);
}
