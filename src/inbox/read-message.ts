import type { Arrival } from "./arrival.ts";
import type { HeldContent } from "./held-content.ts";
import type { InboxMessage } from "./inbox.ts";
import { createFileRecord, createMessageRecord } from "./message-record.ts";
import { mailboxHeader } from "./postmark/delivered-message.ts";
import { type HeaderLine, type Instructions, readInstructions } from "./postmark/instructions.ts";
import { mailboxName } from "./postmark/login.ts";
import { type BounceRule, settleRecipients } from "./postmark/outcomes.ts";
import { defaultStream, type Streams } from "./postmark/streams.ts";
import type { Suppression, Suppressions } from "./postmark/suppressions.ts";
import type { InboxProblem, InboxProblemCode } from "./problem.ts";
import type { ContentCut, MessageContent } from "./reading/read-content.ts";
import { findProblems } from "./rules/find-problems.ts";

/** The Postmark server that a message is read as. */
export interface PostmarkServer {
  readonly mode: "lenient" | "strict";
  readonly streams: Streams;
  /** In lower case; `undefined` when any sender will do. */
  readonly verifiedSenders: readonly string[] | undefined;
  readonly suppressions: Suppressions;
  /** Addresses that bounce because the options say so. */
  readonly bounceRules: readonly BounceRule[];
  /** Whether someone said that a message was read. */
  readonly isRead: (id: string) => boolean;
}

/** A message looked at by Postmark's rules. */
export interface ExaminedMessage {
  readonly instructions: Instructions;
  readonly streamId: string;
  /** Recipients that are inactive in the stream. */
  readonly suppressed: readonly Suppression[];
  readonly problems: readonly InboxProblem[];
}

/** Looks at a message by the rules of Postmark, and changes nothing. */
export function examineMessage(
  { envelope, raw, login, problems }: Arrival,
  { parsed, cuts }: MessageContent,
  server: PostmarkServer,
): ExaminedMessage {
  const instructions = readInstructions(parsed.headers);
  // An SMTP token is bound to its stream; whether a header can overrule it is not documented.
  const streamId = login?.stream ?? instructions.stream ?? defaultStream;
  const suppressed = envelope.to.flatMap(
    (address) => server.suppressions.find(streamId, address) ?? [],
  );
  const found = findProblems({
    message: parsed,
    raw,
    envelope,
    instructions,
    login,
    streamId,
    stream: server.streams.find(streamId),
    streamIds: server.streams.ids,
    verifiedSenders: server.verifiedSenders,
    suppressed,
  });
  const all = [...found, ...problems, ...cuts.map(toProblem)];
  return { instructions, streamId, suppressed, problems: all };
}

/** Reads a message as Postmark would: applies the rules, settles what becomes of it. */
export function readMessage(
  arrival: Arrival,
  content: MessageContent,
  server: PostmarkServer,
  held: HeldContent,
): InboxMessage {
  const { id, envelope, raw, login, receivedAt, conversation } = arrival;
  const { parsed, snippet } = content;
  const { messageId, from, to, cc, replyTo, subject, parseError } = parsed;
  const { instructions, streamId, problems } = examineMessage(arrival, content, server);
  const recipients = settleRecipients(
    {
      to: envelope.to,
      stream: streamId,
      bounceType: instructions.bounceType,
      isRejected: server.mode === "strict" && problems.some(concernsWholeMessage),
      bounceRules: server.bounceRules,
    },
    server.suppressions,
  );
  return createMessageRecord(
    {
      id,
      mailbox: mailboxOf(parsed.headers) ?? login?.mailbox ?? streamId,
      stream: streamId,
      envelope,
      ...{ messageId, from, to, cc, replyTo, subject, parseError },
      tag: instructions.tags[0],
      metadata: instructions.metadata,
      tracking: instructions.tracking,
      problems,
      recipients,
      snippet,
      attachments: parsed.attachments.map((file, at) => createFileRecord(file, at, held)),
      sizeBytes: raw.length,
      receivedAt,
    },
    { held, conversation, isRead: server.isRead },
  );
}

function toProblem({ what, count, shown }: ContentCut): InboxProblem {
  return {
    code: "message-cut",
    effect: "unsure",
    message: `The message has ${count} ${what}; the inbox shows the first ${shown} of them, and the rest stands in its raw form`,
  };
}

/** Refusals that hold for one recipient. */
const partial: readonly InboxProblemCode[] = ["recipient-suppressed"];

/** Whether a problem makes Postmark refuse the message for every recipient. */
export function concernsWholeMessage({ code, effect }: InboxProblem): boolean {
  return effect === "refused" && !partial.includes(code);
}

function mailboxOf(headers: readonly HeaderLine[]): string | undefined {
  const header = headers.find(({ name }) => name.toLowerCase() === mailboxHeader);
  const name = header?.value.trim();
  return name !== undefined && mailboxName.test(name) ? name : undefined;
}
