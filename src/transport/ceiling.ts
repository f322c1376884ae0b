import type { Clock } from "../clock.ts";

/** How long in milliseconds a server's limit is believed in before one more connection is tried. */
const holdMs = 10_000;

/**
 * How many connections the server lets this pool have, as far as it has shown. Lowered when a
 * connection is turned away while others are open; after a while one more is tried, and if the
 * server takes it, the next one.
 */
export class Ceiling {
  readonly #clock: Clock;
  #count = Number.POSITIVE_INFINITY;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether one more may be tried beside those that are open and those that are on their way. */
  allows(open: number, opening: number): boolean {
    if (open + opening < this.#count) return true;
    return opening === 0 && this.#clock.now() >= this.#until;
  }

  /** One was turned away while so many were open; from none there is nothing to learn. */
  lower(open: number): void {
    if (open === 0) return;
    this.#count = open;
    this.#until = this.#clock.now() + holdMs;
  }

  /** So many are open. */
  raise(open: number): void {
    if (open > this.#count) this.#count = open;
  }
}
