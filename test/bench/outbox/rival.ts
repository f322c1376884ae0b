import { setTimeout as sleep } from "node:timers/promises";

/** What was done, and when the last of it was, where that is before the end of the call. */
export type Done = number | { readonly count: number; readonly endedAt: number };

/** What is measured of an outbox or a queue. */
export interface Rival {
  /** Puts so many in, ten at a time, each by a call of its own. */
  putIn?(amount: number): Promise<Done>;
  /** The same, each within a transaction that writes a row of the app's as well. */
  putInWithin?(amount: number): Promise<Done>;
  /** Takes one, settles it, and so on, ten at a time. */
  takeOneByOne?(amount: number): Promise<Done>;
  /** The same by its own worker, which takes as it likes, ten at a time under way. */
  takeByWorker?(amount: number): Promise<Done>;
  /** Takes fifty at a time, and settles each by a call of its own. */
  takeByFifty?(amount: number): Promise<Done>;
  close(): Promise<void>;
}

/** What can be asked of a {@link Rival}. */
export type Step = Exclude<keyof Rival, "close">;

/** How many calls are under way at a time in each process. */
export const atOnce = 10;

/** Four kilobytes. */
export const text = "x".repeat(70).concat("\n").repeat(56);

/** A worker that has got nothing for so long gets no more. */
const quietMs = 1_500;

/**
 * Counts what a worker does, until it is done or no more comes: of several processes nobody knows
 * how many each will get.
 *
 * @param start is given what to call for each message, and returns what ends the worker
 */
export async function countWorked(
  amount: number,
  start: (tell: () => void) => () => Promise<unknown>,
): Promise<Done> {
  let count = 0;
  let endedAt = performance.now();
  const end = start(() => {
    count += 1;
    endedAt = performance.now();
  });
  while (count < amount && performance.now() - endedAt < quietMs) await sleep(5);
  // What it does to end is no part of the work.
  await end();
  return { count, endedAt };
}

/** Runs a step so often, ten at a time. @returns the sum of what the steps have done */
export async function often(amount: number, step: () => Promise<number>): Promise<number> {
  let left = amount;
  let done = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const more = await step();
        done += more;
      }
    }),
  );
  return done;
}
