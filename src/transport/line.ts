import type { DeliveryStage } from "../errors.ts";
import { abortFault } from "./interruption.ts";

interface Waiter<T> {
  readonly grant: (what: T) => void;
  readonly refuse: (reason: unknown) => void;
}

/** Those who wait for something, served in turn. */
export class Line<T> {
  readonly #stage: DeliveryStage;
  readonly #waiters = new Set<Waiter<T>>();

  /** @param stage what a delivery that gives up here had come to */
  constructor(stage: DeliveryStage) {
    this.#stage = stage;
  }

  /**
   * Waits in line.
   *
   * @throws {SmtpFault} when the signal aborts first, and whatever the line is refused with
   */
  wait(signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const onAbort = () => waiter.refuse(abortFault(signal.reason, this.#stage));
      const leave = () => {
        this.#waiters.delete(waiter);
        signal.removeEventListener("abort", onAbort);
      };
      const waiter: Waiter<T> = {
        grant(what) {
          leave();
          resolve(what);
        },
        refuse(reason) {
          leave();
          reject(reason);
        },
      };
      this.#waiters.add(waiter);
      signal.addEventListener("abort", onAbort);
      if (signal.aborted) onAbort();
    });
  }

  /** Whether no one waits. */
  get isEmpty(): boolean {
    return this.#waiters.size === 0;
  }

  /** Serves the first. @returns whether there was one */
  serveFirst(what: T): boolean {
    const [first] = this.#waiters;
    first?.grant(what);
    return first !== undefined;
  }

  /** Serves all. */
  serveAll(what: T): void {
    for (const waiter of [...this.#waiters]) waiter.grant(what);
  }

  /** Sends all away. */
  refuseAll(reason: unknown): void {
    for (const waiter of [...this.#waiters]) waiter.refuse(reason);
  }
}
