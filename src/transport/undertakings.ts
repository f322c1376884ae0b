import { SignalFan } from "./signal-fan.ts";

/** What is under way, so that closing can wait for it and at last break it off. */
export class Undertakings {
  readonly #controllers = new Set<AbortController>();
  readonly #fan = new SignalFan();
  readonly #waiting: (() => void)[] = [];

  /** Runs work with a signal that follows the caller's, and ours when it comes to {@link abort}. */
  async carry<T>(
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    const unfollow = this.#fan.follow(signal, controller);
    this.#controllers.add(controller);
    try {
      return await work(controller.signal);
    } finally {
      unfollow();
      this.#controllers.delete(controller);
      if (this.#controllers.size === 0) for (const done of this.#waiting.splice(0)) done();
    }
  }

  /** Resolves when nothing is under way. */
  async whenDone(): Promise<void> {
    if (this.#controllers.size === 0) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Breaks off all that is under way. */
  abort(reason: unknown): void {
    for (const controller of this.#controllers) controller.abort(reason);
  }
}
