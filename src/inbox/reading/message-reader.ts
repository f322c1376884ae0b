import type { InboxMessage } from "../inbox.ts";
import { isWhole, liftedBodies, liftOut } from "../lift/lift-out.ts";
import { type LiftedOut, nothingLifted } from "../lift/lifted-out.ts";
import { searchedBodies, searchedWords } from "../lift/searched-text.ts";
import { type MessageContent, readContent } from "./read-content.ts";
import { smallMessageBytes } from "./read-limits.ts";
import { createReadingPool, type ReadingPoolOptions } from "./reading-pool.ts";
import { unreadContent } from "./unread-content.ts";

type Bodies = Pick<InboxMessage, "html" | "text">;

/** Reads messages: small ones at once, others in a thread, so that no message holds up the process. */
export interface MessageReader {
  /**
   * Parses a message: a small one at once, another in a thread. One that takes too long or too much memory is left unread, and says why.
   *
   * @throws {Error} when the reader closes before it is done
   */
  read(raw: Uint8Array): MessageContent | Promise<MessageContent>;
  /** The links and codes of a message; none when finding them takes too long. */
  lift(message: Bodies): Promise<LiftedOut>;
  /** The words of a message's body in lower case; none when finding them takes too long. */
  words(message: Bodies): Promise<string>;
  /** Ends every thread. */
  close(): void;
}

/** Creates a reader. Its threads start when the first large message comes. */
export function createMessageReader(options: ReadingPoolOptions = {}): MessageReader {
  const pool = createReadingPool(options);
  let isClosed = false;

  return {
    read(raw) {
      if (raw.length <= smallMessageBytes) return readContent(raw);
      return pool.run({ kind: "content", raw }).catch((error) => {
        if (isClosed) throw error;
        return unreadContent(error);
      });
    },
    async lift(message) {
      const bodies = liftedBodies(message);
      try {
        const lifted = isSmall(bodies) ? liftOut(bodies) : await pool.run({ kind: "lift", bodies });
        return { ...lifted, isComplete: isWhole(message) };
      } catch {
        return nothingLifted;
      }
    },
    async words(message) {
      const bodies = searchedBodies(message);
      if (isSmall(bodies)) return searchedWords(bodies);
      return pool.run({ kind: "words", bodies }).catch(() => "");
    },
    close() {
      isClosed = true;
      pool.close();
    },
  };
}

function isSmall({ html = "", text = "" }: Bodies): boolean {
  return html.length + text.length <= smallMessageBytes;
}
