import type { InboxMessage } from "../../../src/inbox/inbox.ts";
import type { LiftedOut } from "../../../src/inbox/lift/lifted-out.ts";
import type { InboxMessage as InboxMessageView, InboxSummary } from "../../protocol/index.ts";
import { maskLogin, maskToken } from "./mask-token.ts";
import { sortProblems } from "./sort-problems.ts";
import { isCalendar, toMailbox } from "./summarize.ts";

/** A message without its bytes, tokens masked wherever they stand in a header. */
export function describeMessage(
  message: InboxMessage,
  summary: InboxSummary,
  { links, linkCount, isComplete, codes }: LiftedOut,
): InboxMessageView {
  const { tracking } = message;
  return {
    ...summary,
    replyTo: message.replyTo.map(toMailbox),
    envelope: message.envelope,
    stream: message.stream,
    metadata: message.metadata,
    tracking: { opens: tracking.opens ?? null, links: tracking.links ?? null },
    hasHtml: message.html !== undefined,
    htmlBytes: Buffer.byteLength(message.html ?? ""),
    text: message.text ?? null,
    headers: message.headers.map(maskToken),
    deliveredHeaders: message.delivered.headers.map(maskToken),
    problems: sortProblems(message.problems),
    recipients: message.recipients.map(({ address, outcome, bounceType = null }) => ({
      address,
      outcome,
      bounceType,
    })),
    attachments: message.attachments.map((file) => ({
      filename: file.filename,
      contentType: file.contentType,
      sizeBytes: file.content.length,
      inline: file.inline,
      contentId: file.contentId ?? null,
      isCalendar: isCalendar(file),
    })),
    links,
    linkCount,
    isComplete,
    codes,
    conversation: message.conversation.map(maskLogin),
  };
}
