import type { Clock } from "../clock.ts";
import type { InboxMessage } from "./inbox.ts";

/** What {@link waitForMessage} watches. */
export interface WaitForSource {
  /** Messages that are here, oldest first. */
  readonly present: Iterable<InboxMessage>;
  /** Tells every message to come. @returns a function that ends it */
  onMessage(listener: (message: InboxMessage) => void): () => void;
  /** Aborts when the inbox closes. */
  readonly closed: AbortSignal;
  /** Where it watches, in words. */
  readonly name: string;
  readonly clock: Clock;
}

/** Options of `waitFor`. */
export interface WaitForOptions {
  /** @default 5_000 */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The first message, among those here and those to come, for which `predicate` holds.
 *
 * @throws {Error} after `timeoutMs`, telling what was looked at; when the inbox closes; the signal's
 *   reason when it aborts; whatever `predicate` throws
 */
export async function waitForMessage(
  source: WaitForSource,
  predicate: (message: InboxMessage) => boolean,
  { timeoutMs = 5_000, signal }: WaitForOptions = {},
): Promise<InboxMessage> {
  signal?.throwIfAborted();
  source.closed.throwIfAborted();
  const looked = createLookedAt();
  const matches = (message: InboxMessage) => {
    looked.add(message);
    return predicate(message);
  };
  for (const message of source.present) {
    if (matches(message)) return message;
  }

  const done = new AbortController();
  const arrival = new Promise<InboxMessage>((resolve, reject) => {
    const unsubscribe = source.onMessage((message) => {
      try {
        if (matches(message)) resolve(message);
      } catch (error) {
        reject(error);
      }
    });
    done.signal.addEventListener("abort", unsubscribe, { once: true });
  });
  const ends = [done.signal, source.closed, ...(signal ? [signal] : [])];
  const timeout = source.clock
    .sleep(timeoutMs, { signal: AbortSignal.any(ends) })
    .then<never>(() => {
      throw new Error(looked.describe(timeoutMs, source.name));
    });
  try {
    return await Promise.race([arrival, timeout]);
  } finally {
    done.abort();
  }
}

// Keeps subjects, not messages: a waiter must not hold what the caps have pushed out.
function createLookedAt() {
  const lastSubjects: string[] = [];
  let count = 0;
  return {
    add({ subject }: InboxMessage) {
      count += 1;
      lastSubjects.push(JSON.stringify(subject.slice(0, 80)));
      if (lastSubjects.length > 3) lastSubjects.shift();
    },
    describe(timeoutMs: number, name: string): string {
      const start = "Cannot find the message:";
      if (count === 0) {
        return `${start} none arrived within ${timeoutMs} ms; check that the sender points at ${name}`;
      }
      const last = count > lastSubjects.length ? "the last subjects were" : "subjects were";
      return `${start} looked at ${count} within ${timeoutMs} ms and none matched, ${last} ${lastSubjects.join(", ")}; check the predicate, or raise timeoutMs`;
    },
  };
}
