import type { InboxMessage } from "../../inbox.ts";
import type { Query } from "../read-query.ts";

/**
 * Makes a filter of the parameters of the message search; each that is there must fit.
 *
 * Postmark does not document how much of an address must fit: here the whole of it, in any case; of a
 * subject, a part.
 */
export function readMessageFilter(query: Query): (message: InboxMessage) => boolean {
  const recipient = query.text("recipient")?.toLowerCase();
  const from = query.text("fromemail")?.toLowerCase();
  const tag = query.text("tag");
  const status = query.text("status")?.toLowerCase();
  const subject = query.text("subject")?.toLowerCase();
  const stream = query.text("messagestream");
  const begin = query.date("fromdate", "begin");
  const end = query.date("todate", "end");
  const metadata = query.metadata();
  return (message) =>
    (recipient === undefined || hasRecipient(message, recipient)) &&
    (from === undefined || senderOf(message) === from) &&
    (tag === undefined || message.tag === tag) &&
    (status === undefined || status === "sent" || status === "processed") &&
    (subject === undefined || message.subject.toLowerCase().includes(subject)) &&
    (stream === undefined || message.stream === stream) &&
    (begin === undefined || message.receivedAt.getTime() >= begin) &&
    (end === undefined || message.receivedAt.getTime() <= end) &&
    metadata.every(([key, value]) => hasMetadata(message, key, value));
}

function hasRecipient({ envelope }: InboxMessage, recipient: string): boolean {
  return envelope.to.some((address) => address.toLowerCase() === recipient);
}

function senderOf({ from, envelope }: InboxMessage): string {
  return (from?.address ?? envelope.from).toLowerCase();
}

/** Over SMTP the key is a part of a header's name, which libraries write in any case. */
function hasMetadata({ metadata }: InboxMessage, key: string, value: string): boolean {
  return Object.entries(metadata).some(
    ([name, its]) => name.toLowerCase() === key && its === value,
  );
}
