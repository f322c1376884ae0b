import type { InboxAttachment, InboxMessage } from "../../../src/inbox/inbox.ts";
import type { Address } from "../../../src/message/message.ts";
import { extractPreheader } from "../../../src/template/extract-preheader.ts";
import type { InboxSummary, Mailbox } from "../../protocol/index.ts";
import { sortProblems } from "./sort-problems.ts";
import { threadIds } from "./thread-ids.ts";

/** First words of a message shown in a row of the list, in characters. */
const longestSnippet = 140;

/** What a mail begins with stands here, however long its style sheets are, in characters. */
const longestStart = 300_000;

/** Makes a row of the inbox of a message. */
export type Summarizer = (message: InboxMessage) => InboxSummary;

/** Creates a summarizer that reads each message once, however often the list is asked for. */
export function createSummarizer(): Summarizer {
  const known = new WeakMap<InboxMessage, InboxSummary>();
  return (message) => {
    const summary = known.get(message) ?? summarizeMessage(message);
    known.set(message, summary);
    return summary;
  };
}

/** Whether a part of a message is a calendar, by its type or its name. */
export function isCalendar({ contentType, filename }: InboxAttachment): boolean {
  return /^(text\/calendar|application\/ics)$/i.test(contentType) || /\.ics$/i.test(filename);
}

function summarizeMessage(message: InboxMessage): InboxSummary {
  const words = firstWords(message);
  return {
    id: message.id,
    mailbox: message.mailbox,
    from: message.from ? toMailbox(message.from) : null,
    to: message.to.map(toMailbox),
    cc: message.cc.map(toMailbox),
    bcc: findBcc(message),
    subject: message.subject,
    tag: message.tag ?? null,
    snippet: words
      .slice(0, 4 * longestSnippet)
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, longestSnippet),
    receivedAt: message.receivedAt.getTime(),
    sizeBytes: message.sizeBytes,
    attachmentCount: message.attachments.filter(({ inline }) => !inline).length,
    hasCalendar: message.attachments.some(isCalendar),
    threadIds: threadIds(message),
    problem: sortProblems(message.problems)[0]?.effect ?? null,
  };
}

/** A person for the page. */
export function toMailbox({ name = "", address }: Address): Mailbox {
  return { name, address };
}

function firstWords({ html, text = "" }: InboxMessage): string {
  return html === undefined ? text : extractPreheader(html.slice(0, longestStart));
}

function findBcc({ envelope, to, cc }: InboxMessage): readonly string[] {
  const named = new Set([...to, ...cc].map(({ address }) => address.toLowerCase()));
  return envelope.to.filter((address) => !named.has(address.toLowerCase()));
}
