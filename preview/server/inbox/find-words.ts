import { setImmediate } from "node:timers/promises";
import type { InboxMessage } from "../../../src/inbox/inbox.ts";
import { readText } from "../../../src/inbox/lift/read-text.ts";

/** Longest part of a text that is searched, and of the HTML where there is none, in characters. */
const longestText = 200_000;
const longestHtml = 1_000_000;
/** The server does other things too: it gets its turn this often, ms. */
const turnMs = 12;

/** Finds the messages that have all of these words, in any case, in their text, subject or people. */
export type WordFinder = (
  messages: Iterable<InboxMessage>,
  words: readonly string[],
) => Promise<readonly string[]>;

/** Creates a finder that reads each message once, however often one searches. */
export function createWordFinder(): WordFinder {
  const known = new WeakMap<InboxMessage, string>();

  function textOf(message: InboxMessage): string {
    const text = known.get(message) ?? readSearched(message);
    known.set(message, text);
    return text;
  }

  return async (messages, words) => {
    const wanted = words.map((word) => word.toLowerCase());
    const found: string[] = [];
    let turn = performance.now();
    for (const message of messages) {
      const text = textOf(message);
      if (wanted.every((word) => text.includes(word))) found.push(message.id);
      if (performance.now() - turn < turnMs) continue;
      await setImmediate();
      turn = performance.now();
    }
    return found;
  };
}

function readSearched(message: InboxMessage): string {
  const { from, to, cc, subject, tag = "", attachments, envelope, text, html } = message;
  const words = readText({ text, html: html?.slice(0, longestHtml) });
  const people = [from ?? [], to, cc].flat().map(({ name = "", address }) => `${name} ${address}`);
  const files = attachments.map(({ filename }) => filename);
  return [subject, tag, ...people, ...envelope.to, ...files, words]
    .join("\n")
    .slice(0, longestText)
    .replace(/\s+/g, " ")
    .toLowerCase();
}
