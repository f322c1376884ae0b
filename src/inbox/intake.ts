import type { Clock } from "../clock.ts";
import type { Arrival } from "./arrival.ts";
import type { MessageReader } from "./reading/message-reader.ts";
import type { MessageContent } from "./reading/read-content.ts";
import { smallMessageBytes } from "./reading/read-limits.ts";
import { unreadContent } from "./reading/unread-content.ts";

/** Takes messages: keeps them, has them read, and lists them. */
export interface Intake {
  /**
   * Takes a message. Resolves when it is kept, and is listed too, unless it takes long to read: then
   * it is listed as soon as it was read, or could not be.
   *
   * @returns what reads and lists a small message, to be called as soon as the reply is on its way
   *   and before anything else happens: the client has its answer sooner, and no one sees the
   *   difference
   */
  take(arrival: Arrival): Promise<(() => void) | undefined>;
  /** Takes a message that was read already. Resolves when it is kept and listed. */
  put(arrival: Arrival, content: MessageContent): Promise<void>;
}

/** What {@link createIntake} needs. */
export interface IntakeOptions {
  readonly reader: MessageReader;
  /** Puts a message where a crash does not lose it. */
  readonly keep: ((arrival: Arrival) => Promise<void> | undefined) | undefined;
  /** Lists a message that was read. */
  readonly list: (arrival: Arrival, content: MessageContent) => void;
  readonly clock: Clock;
}

/**
 * A client whose message takes longer to read gets its answer before, ms. Until then it waits, so
 * that anyone who sent a message finds it in the list.
 */
const patienceMs = 5_000;

/** While more octets than this wait to be read, clients wait for their answers until they were. */
const mostUnreadBytes = 64 * 1024 * 1024;

/** Creates an intake in front of a reader. */
export function createIntake({ reader, keep, list, clock }: IntakeOptions): Intake {
  let unreadBytes = 0;

  function listSafely(arrival: Arrival, content: MessageContent): void {
    try {
      list(arrival, content);
    } catch (error) {
      listUnread(arrival, error);
    }
  }

  /** The client has its answer: where even this fails, a warning says so and the rest goes on. */
  function listUnread(arrival: Arrival, error: unknown): void {
    try {
      list(arrival, unreadContent(error));
    } catch (cause) {
      const code = "LETTERPRESS_UNLISTED";
      process.emitWarning(`The message ${arrival.id} cannot be listed: ${cause}`, { code });
    }
  }

  async function readInThread(arrival: Arrival): Promise<void> {
    const { length } = arrival.raw;
    unreadBytes += length;
    try {
      listSafely(arrival, await reader.read(arrival.raw));
    } catch {
      // The inbox was closed: no one is told of any message.
    } finally {
      unreadBytes -= length;
    }
  }

  function readAtOnce(arrival: Arrival): void {
    const content = reader.read(arrival.raw);
    if (!(content instanceof Promise)) listSafely(arrival, content);
  }

  return {
    async take(arrival) {
      await keep?.(arrival);
      if (arrival.raw.length <= smallMessageBytes) return () => readAtOnce(arrival);
      const listed = readInThread(arrival);
      if (unreadBytes > mostUnreadBytes) await listed;
      else await Promise.race([listed, patience(listed)]);
      return undefined;
    },
    async put(arrival, content) {
      await keep?.(arrival);
      listSafely(arrival, content);
    },
  };

  async function patience(listed: Promise<void>): Promise<void> {
    const done = new AbortController();
    void listed.then(() => done.abort());
    await clock.sleep(patienceMs, { signal: done.signal }).catch(() => undefined);
  }
}
