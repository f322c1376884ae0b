import { abortFault } from "./interruption.ts";

interface Waiter {
  readonly grant: () => void;
}

/** Lets a number of callers in at a time; the others wait in line. */
export class Slots {
  #free: number;
  readonly #line = new Set<Waiter>();

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Waits for a slot.
   *
   * @returns what gives it back; call it once
   * @throws {SmtpFault} when the signal aborts first
   */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw abortFault(signal.reason, "compose");
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(signal);
    return () => this.#giveBack();
  }

  #giveBack(): void {
    for (const next of this.#line) {
      this.#line.delete(next);
      next.grant();
      return;
    }
    this.#free += 1;
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#line.delete(waiter);
        reject(abortFault(signal.reason, "compose"));
      };
      const waiter: Waiter = {
        grant: () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        },
      };
      this.#line.add(waiter);
      signal.addEventListener("abort", onAbort, { once: true });
    });
  }
}
