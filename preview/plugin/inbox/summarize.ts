import type { InboxMessage } from "../../../src/inbox/inbox.ts";
import type { Address } from "../../../src/message/message.ts";
import { extractPreheader } from "../../../src/template/extract-preheader.ts";
import type { InboxMessage as InboxMessageView, InboxSummary, Mailbox } from "../../protocol.ts";
import { maskToken } from "./mask-token.ts";
import { sortProblems } from "./sort-problems.ts";

/** First words of a message shown in a row of the list, in characters. */
const longestSnippet = 140;

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

function summarizeMessage(message: InboxMessage): InboxSummary {
  const words = message.html === undefined ? (message.text ?? "") : extractPreheader(message.html);
  return {
    id: message.id,
    from: message.from ? toMailbox(message.from) : null,
    to: message.to.map(toMailbox),
    subject: message.subject,
    snippet: words
      .slice(0, 4 * longestSnippet)
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, longestSnippet),
    receivedAt: message.receivedAt.getTime(),
    sizeBytes: message.sizeBytes,
    attachmentCount: message.attachments.filter(({ inline }) => !inline).length,
    problem: sortProblems(message.problems)[0]?.effect ?? null,
  };
}

/** A message without its bytes. */
export function describeMessage(message: InboxMessage): InboxMessageView {
  return {
    ...summarizeMessage(message),
    cc: message.cc.map(toMailbox),
    replyTo: message.replyTo.map(toMailbox),
    envelope: message.envelope,
    hasHtml: message.html !== undefined,
    text: message.text ?? null,
    headers: message.headers.map(maskToken),
    problems: sortProblems(message.problems),
    recipients: message.recipients.map(({ address, outcome, bounceType = null }) => ({
      address,
      outcome,
      bounceType,
    })),
    attachments: message.attachments.map(({ filename, contentType, inline, content }) => ({
      filename,
      contentType,
      sizeBytes: content.length,
      inline,
    })),
  };
}

function toMailbox({ name = "", address }: Address): Mailbox {
  return { name, address };
}
