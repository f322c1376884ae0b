/**
 * Lets many follow one signal through one listener. Each listener of its own would make Node warn
 * of a leak when a caller gives one signal to more than ten deliveries.
 */
export class SignalFan {
  readonly #followers = new Map<AbortSignal, Set<AbortController>>();
  readonly #onAbort = (event: Event): void => {
    const signal = event.target as AbortSignal;
    for (const controller of this.#followers.get(signal) ?? []) controller.abort(signal.reason);
  };

  /** Aborts the controller when the signal does. @returns what ends that */
  follow(signal: AbortSignal | undefined, controller: AbortController): () => void {
    if (!signal) return () => undefined;
    if (signal.aborted) controller.abort(signal.reason);
    let followers = this.#followers.get(signal);
    if (!followers) {
      followers = new Set();
      this.#followers.set(signal, followers);
      signal.addEventListener("abort", this.#onAbort);
    }
    followers.add(controller);
    return () => this.#unfollow(signal, controller);
  }

  #unfollow(signal: AbortSignal, controller: AbortController): void {
    const followers = this.#followers.get(signal);
    followers?.delete(controller);
    if (followers?.size !== 0) return;
    this.#followers.delete(signal);
    signal.removeEventListener("abort", this.#onAbort);
  }
}
