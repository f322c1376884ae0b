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
   */
  take(arrival: Arrival): Promise<void>;
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
 * that whoever sent a message finds it in the list.
 */
const patienceMs = 5_000;

/** While more octets than this wait to be read, clients wait for their answers until they were. */
const mostUnreadBytes = 64 * 1024 * 1024;

/** Creates an intake in front of a reader. */
export function createIntake({ reader, keep, list, clock }: IntakeOptions): Intake {
  let unreadBytes = 0;

  async function read(arrival: Arrival): Promise<void> {
    const { length } = arrival.raw;
    unreadBytes += length;
    try {
      const content = await reader.read(arrival.raw).catch(() => undefined);
      // It fails when the inbox closes, and then nobody is told of any message.
      if (content) listSafely(arrival, content);
    } finally {
      unreadBytes -= length;
    }
  }

  function listSafely(arrival: Arrival, content: MessageContent): void {
    try {
      list(arrival, content);
    } catch (error) {
      list(arrival, unreadContent(error));
    }
  }

  return {
    async take(arrival) {
      await keep?.(arrival);
      const listed = read(arrival);
      const isSoonRead = arrival.raw.length <= smallMessageBytes;
      if (isSoonRead || unreadBytes > mostUnreadBytes) return listed;
      const done = new AbortController();
      const patience = clock.sleep(patienceMs, { signal: done.signal }).catch(() => undefined);
      await Promise.race([listed, patience]);
      done.abort();
    },
  };
}
