import { setImmediate } from "node:timers/promises";
import { systemClock } from "../clock.ts";
import type { InboxMessage } from "./inbox.ts";
import { foldText, searchedFacts } from "./lift/searched-text.ts";
import type { MessageReader } from "./reading/message-reader.ts";

/** Finds the messages that have all of these words, in any case, in their text, subject, people or files. */
export type MessageSearch = (
  messages: Iterable<InboxMessage>,
  words: readonly string[],
) => Promise<readonly InboxMessage[]>;

/** The process does other things too: it gets its turn this often, ms. */
const turnMs = 12;

/** Texts in lower case that are kept for the next search, in characters; others are read again. */
const mostKept = 16_000_000;

/** Creates a search that reads most messages once, however often one searches. */
export function createMessageSearch(reader: MessageReader): MessageSearch {
  let known = new WeakMap<InboxMessage, string>();
  let kept = 0;

  async function textOf(message: InboxMessage): Promise<string> {
    const earlier = known.get(message);
    if (earlier !== undefined) return earlier;
    const text = `${searchedFacts(message)}\n${await reader.words(message)}`;
    kept += text.length;
    if (kept > mostKept) {
      known = new WeakMap();
      kept = text.length;
    }
    known.set(message, text);
    return text;
  }

  return async (messages, words) => {
    const wanted = words.map(foldText);
    const found: InboxMessage[] = [];
    let turn = systemClock.now();
    for (const message of messages) {
      const text = await textOf(message);
      if (wanted.every((word) => text.includes(word))) found.push(message);
      if (systemClock.now() - turn < turnMs) continue;
      await setImmediate();
      turn = systemClock.now();
    }
    return found;
  };
}
