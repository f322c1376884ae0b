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
