import type { Clock } from "../clock.ts";
import { sleep } from "./interruption.ts";

/** Spaces starts evenly in time. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  #nextAt = 0;

  constructor(perSecond: number, clock: Clock) {
    this.#clock = clock;
    this.#intervalMs = 1000 / perSecond;
  }

  /**
   * Waits for its turn, in the order of the calls.
   *
   * @throws {SmtpFault} when the signal aborts first
   */
  async wait(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + this.#intervalMs;
    if (at > now) await sleep(this.#clock, at - now, signal, "compose");
  }
}
