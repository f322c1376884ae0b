import { abortFault } from "./interruption.ts";
import { Line } from "./line.ts";
import type { SmtpFault } from "./smtp-fault.ts";

/** Lets a number of callers in at a time; the others wait in line. */
export class Slots {
  #free: number;
  readonly #line = new Line<void>("compose");

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Waits for a slot.
   *
   * @returns what gives it back; call it once
   * @throws {SmtpFault} when the signal aborts first, or the line is refused
   */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw abortFault(signal.reason, "compose");
    if (this.#free > 0) this.#free -= 1;
    else await this.#line.wait(signal);
    return () => this.#giveBack();
  }

  /** Sends away all who wait: what they wait for cannot be had. */
  refuse(fault: SmtpFault): void {
    this.#line.refuseAll(fault);
  }

  #giveBack(): void {
    if (!this.#line.serveFirst()) this.#free += 1;
  }
}
