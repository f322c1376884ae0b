import type { ParsedMessage } from "../../../src/inbox/parse-message.ts";
import type {
  OutboxMessage,
  OutboxMessageDetails,
} from "../../../src/outbox/care/stored-message.ts";
import type {
  ActivityAction,
  ActivityMessage,
  ActivityState,
  ActivitySummary,
  SentContent,
} from "../../protocol/index.ts";
import { maskToken } from "../inbox/mask-token.ts";
import { isCalendar, toMailbox } from "../inbox/summarize.ts";

/** A row of the list. */
export function summarizeRow(message: OutboxMessage): ActivitySummary {
  return {
    ...{ id: message.id, state: message.state, reason: message.reason ?? null },
    ...{ to: message.recipients, subject: message.subject || null, tag: message.tag ?? null },
    ...{ emailId: message.emailId ?? null, stream: message.stream, sender: message.sender },
    ...{ attempts: message.attempts, createdAt: message.createdAt.getTime() },
    ...{ dueAt: message.dueAt.getTime(), settledAt: message.settledAt?.getTime() ?? null },
  };
}

/** A message without its bytes. */
export function describeSent(
  message: OutboxMessageDetails,
  parsed: ParsedMessage | undefined,
): ActivityMessage {
  const { key, postmarkId, reply, expiresAt, claimedAt, bytes, refused } = message;
  const everyone = [...new Set([...message.accepted, ...message.recipients])];
  return {
    ...summarizeRow(message),
    to: everyone,
    subject: message.subject || parsed?.subject || null,
    ...{ key: key ?? null, messageId: message.messageId, postmarkId: postmarkId ?? null },
    ...{ priority: message.priority, envelopeFrom: message.from, sizeBytes: message.sizeBytes },
    ...{ sha256: message.sha256, accepted: message.accepted, reply: reply ?? null },
    refused: refused.map(({ address, response }) => ({ address, response })),
    ...{ expiresAt: expiresAt?.getTime() ?? null, claimedAt: claimedAt?.getTime() ?? null },
    events: message.timeline.map(({ at, type, recipient = null, detail }) => {
      return { at: at.getTime(), type, recipient, detail };
    }),
    actions: actionsOf(message.state, bytes !== undefined),
    content: parsed ? describeContent(parsed) : null,
    contentProblem: parsed ? null : "Retention has purged the message; its hash stays.",
    isPurged: bytes === undefined,
  };
}

function describeContent(parsed: ParsedMessage): SentContent {
  const { from, html, text, attachments } = parsed;
  return {
    from: from ? toMailbox(from) : null,
    ...{ to: parsed.to.map(toMailbox), cc: parsed.cc.map(toMailbox) },
    replyTo: parsed.replyTo.map(toMailbox),
    ...{ hasHtml: html !== undefined, htmlBytes: Buffer.byteLength(html ?? "") },
    text: text ?? null,
    headers: parsed.headers.map(maskToken),
    attachments: attachments.map((file) => ({
      ...{ filename: file.filename, contentType: file.contentType },
      ...{ sizeBytes: file.content.length, inline: file.inline },
      ...{ contentId: file.contentId ?? null, isCalendar: isCalendar(file) },
    })),
  };
}

const again: readonly ActivityAction[] = ["send again"];

/** What the outbox allows in each state. */
const allowed: Readonly<Partial<Record<ActivityState, readonly ActivityAction[]>>> = {
  queued: ["cancel"],
  retry: ["retry", "cancel"],
  held: ["release", "mark as sent", "cancel"],
  ...{ rejected: ["retry"], expired: ["retry"], cancelled: ["retry"] },
  ...{ accepted: again, delivered: again, opened: again, clicked: again, bounced: again },
  complained: again,
};

/** Without its body a message can go out no more. */
function actionsOf(state: ActivityState, hasBody: boolean): readonly ActivityAction[] {
  const actions = allowed[state] ?? [];
  return hasBody ? actions : actions.filter((one) => one === "cancel" || one === "mark as sent");
}
