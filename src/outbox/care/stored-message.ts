import type { MessageState } from "../message-state.ts";
import type { Refusal } from "../work/outcome.ts";

/** A message as a list shows it. */
export interface OutboxMessage {
  readonly id: string;
  readonly key: string | undefined;
  readonly sender: string;
  readonly stream: string;
  readonly priority: "high" | "normal" | "low";
  readonly state: MessageState;
  /** Why it is in this state, where that needs words. */
  readonly reason: string | undefined;
  readonly attempts: number;
  readonly from: string;
  /** Those who are to get it, or were. */
  readonly recipients: readonly string[];
  /** "" where bodies are sealed; `get` opens it. */
  readonly subject: string;
  readonly tag: string | undefined;
  /** Id of the email that it was made of, where that is known. */
  readonly emailId: string | undefined;
  readonly sizeBytes: number;
  readonly messageId: string;
  /** Postmark's own id, where a webhook or a search has told it. */
  readonly postmarkId: string | undefined;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly expiresAt: Date | undefined;
  readonly settledAt: Date | undefined;
  /** When its last attempt began. */
  readonly claimedAt: Date | undefined;
}

/** One line of a message's timeline. */
export interface TimelineEntry {
  readonly at: Date;
  /** A state, `looked-up`, or what a webhook said, such as `delivered`. */
  readonly type: string;
  readonly recipient: string | undefined;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A message whole. */
export interface OutboxMessageDetails extends OutboxMessage {
  readonly accepted: readonly string[];
  readonly refused: readonly Refusal[];
  /** What the server said when it took it. */
  readonly reply: string | undefined;
  /** RFC 5322 text as it is sent; `undefined` once retention has purged it. */
  readonly bytes: Buffer | undefined;
  /** The header section, also when the text is purged and was not sealed. */
  readonly headers: string | undefined;
  /** SHA-256 of the text, in hexadecimal. */
  readonly sha256: string;
  /** The oldest entry first. */
  readonly timeline: readonly TimelineEntry[];
}

/** Columns of {@link MessageRow}. */
export const messageColumns = `id, key, channel, stream, priority, state, reason, attempts,
  envelope_from, recipients, subject, tag, size_bytes, message_id, postmark_id, created_at, due_at,
  expires_at, settled_at, claimed_at, email`;

/** A row as PostgreSQL gives it. */
export interface MessageRow {
  readonly id: string;
  readonly key: string | null;
  readonly channel: string;
  readonly stream: string;
  readonly priority: number;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly attempts: number;
  readonly envelope_from: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly tag: string | null;
  readonly size_bytes: number;
  readonly message_id: string;
  readonly postmark_id: string | null;
  readonly created_at: Date;
  readonly due_at: Date;
  readonly expires_at: Date | null;
  readonly settled_at: Date | null;
  readonly claimed_at: Date | null;
  readonly email: string | null;
}

const priorityNames = ["high", "normal", "low"] as const;

/** A row in our words. */
export function toOutboxMessage(row: MessageRow): OutboxMessage {
  return {
    id: row.id,
    key: row.key ?? undefined,
    sender: row.channel,
    stream: row.stream,
    priority: priorityNames[row.priority - 1] ?? "normal",
    state: row.state,
    reason: row.reason ?? undefined,
    attempts: row.attempts,
    from: row.envelope_from,
    recipients: row.recipients,
    subject: row.subject,
    tag: row.tag ?? undefined,
    emailId: row.email ?? undefined,
    sizeBytes: row.size_bytes,
    messageId: row.message_id,
    postmarkId: row.postmark_id ?? undefined,
    createdAt: row.created_at,
    dueAt: row.due_at,
    expiresAt: row.expires_at ?? undefined,
    settledAt: row.settled_at ?? undefined,
    claimedAt: row.claimed_at ?? undefined,
  };
}
