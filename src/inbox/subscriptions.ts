/** Listeners to one kind of event. */
export interface Subscriptions<Event> {
  /** @returns a function that ends the subscription; may be called twice */
  subscribe(listener: (event: Event) => void): () => void;
  /** Tells every listener, in the order they subscribed. A listener that throws stops nothing. */
  emit(event: Event): void;
}

/** Creates an empty set of listeners. One that throws is reported as a process warning. */
export function createSubscriptions<Event>(): Subscriptions<Event> {
  const listeners = new Set<{ readonly listener: (event: Event) => void }>();
  return {
    subscribe(listener) {
      // Wrapped, so that the same function may subscribe twice and end each by itself.
      const entry = { listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    emit(event) {
      for (const { listener } of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          warn(error);
        }
      }
    },
  };
}

function warn(error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.emitWarning(`A listener of the inbox threw: ${reason}`, { code: "LETTERPRESS_LISTENER" });
}
