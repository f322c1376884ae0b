import type { InboxMessage } from "../inbox.ts";
import type { LiftedOut } from "../lift/lifted-out.ts";

/** What a list says of a message. */
export function summarizeForApi(message: InboxMessage) {
  const { id, mailbox, stream, from = null, to, cc, subject, tag = null, snippet } = message;
  return {
    ...{ id, mailbox, stream, from, to, cc, subject, tag, snippet },
    envelope: message.envelope,
    receivedAt: message.receivedAt.toISOString(),
    sizeBytes: message.sizeBytes,
    isRead: message.isRead,
    attachmentCount: message.attachments.length,
    problems: message.problems.map(({ code }) => code),
  };
}

/** All that is known of a message, but its octets. Tokens in its headers are masked. */
export function describeForApi(message: InboxMessage, lifted: LiftedOut) {
  const { messageId = null, replyTo, html = null, text = null, metadata, tracking } = message;
  return {
    ...summarizeForApi(message),
    ...{ messageId, replyTo, html, text, metadata, tracking },
    links: lifted.links,
    linkCount: lifted.linkCount,
    isComplete: lifted.isComplete,
    codes: lifted.codes,
    headers: message.headers.map(maskToken),
    problems: message.problems,
    recipients: message.recipients,
    attachments: message.attachments.map((file) => ({
      filename: file.filename,
      contentType: file.contentType,
      contentId: file.contentId ?? null,
      inline: file.inline,
      sizeBytes: file.content.length,
    })),
    conversation: message.conversation,
  };
}

function maskToken({ name, value }: { readonly name: string; readonly value: string }) {
  const isToken = /^x-postmark-(server|account)-token$/i.test(name);
  return { name, value: isToken ? "(hidden)" : value };
}
