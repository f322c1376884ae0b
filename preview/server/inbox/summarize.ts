import type { InboxAttachment, InboxMessage } from "../../../src/inbox/inbox.ts";
import type { Address } from "../../../src/message/message.ts";
import type { InboxSummary, Mailbox } from "../../protocol/index.ts";
import { readOrigin } from "../send/message-origin.ts";
import { sortProblems } from "./sort-problems.ts";
import { threadIds } from "./thread-ids.ts";

/** Makes a row of the inbox of a message. */
export type Summarizer = (message: InboxMessage) => InboxSummary;

/** Creates a summarizer that reads each message once, however often the list is asked for. */
export function createSummarizer(): Summarizer {
  const known = new WeakMap<InboxMessage, Omit<InboxSummary, "isRead">>();
  return (message) => {
    const summary = known.get(message) ?? summarizeMessage(message);
    known.set(message, summary);
    return { ...summary, isRead: message.isRead };
  };
}

/** Whether a part of a message is a calendar, by its type or its name. */
export function isCalendar({ contentType, filename }: InboxAttachment): boolean {
  return /^(text\/calendar|application\/ics)$/i.test(contentType) || /\.ics$/i.test(filename);
}

function summarizeMessage(message: InboxMessage): Omit<InboxSummary, "isRead"> {
  return {
    id: message.id,
    mailbox: message.mailbox,
    from: message.from ? toMailbox(message.from) : null,
    to: message.to.map(toMailbox),
    cc: message.cc.map(toMailbox),
    bcc: findBcc(message),
    subject: message.subject,
    tag: message.tag ?? null,
    snippet: message.snippet,
    receivedAt: message.receivedAt.getTime(),
    sizeBytes: message.sizeBytes,
    attachmentCount: message.attachments.filter(({ inline }) => !inline).length,
    hasCalendar: message.attachments.some(isCalendar),
    threadIds: threadIds(message),
    origin: readOrigin(message.headers),
    problem: sortProblems(message.problems)[0]?.effect ?? null,
  };
}

/** A person for the page. */
export function toMailbox({ name = "", address }: Address): Mailbox {
  return { name, address };
}

function findBcc({ envelope, to, cc }: InboxMessage): readonly string[] {
  const named = new Set([...to, ...cc].map(({ address }) => address.toLowerCase()));
  return envelope.to.filter((address) => !named.has(address.toLowerCase()));
}
