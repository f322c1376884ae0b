import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { InboxMessage } from "./inbox.ts";
import { parseMessage } from "./parse-message.ts";
import { mailboxHeader, toDeliveredMessage } from "./postmark/delivered-message.ts";
import { type HeaderLine, readInstructions } from "./postmark/instructions.ts";
import { mailboxName } from "./postmark/login.ts";
import { settleRecipients } from "./postmark/outcomes.ts";
import { defaultStream, type Streams } from "./postmark/streams.ts";
import type { Suppressions } from "./postmark/suppressions.ts";
import type { InboxProblem, InboxProblemCode } from "./problem.ts";
import { findProblems } from "./rules/find-problems.ts";
import type { ReceivedMail } from "./smtp/smtp-handlers.ts";

/** The Postmark server that a message is read as. */
export interface PostmarkServer {
  readonly mode: "lenient" | "strict";
  readonly streams: Streams;
  /** In lower case; `undefined` when any sender will do. */
  readonly verifiedSenders: readonly string[] | undefined;
  readonly suppressions: Suppressions;
  readonly clock: Clock;
}

/** Reads a mail as Postmark would: parses it, applies the rules, settles what becomes of it. */
export async function readMessage(
  mail: ReceivedMail,
  server: PostmarkServer,
): Promise<InboxMessage> {
  const { envelope, raw, login, conversation } = mail;
  const id = randomUUID();
  const message = await parseMessage(raw);
  const instructions = readInstructions(message.headers);
  // An SMTP token is bound to its stream; whether a header can overrule it is not documented.
  const streamId = login?.stream ?? instructions.stream ?? defaultStream;
  const suppressed = envelope.to.flatMap(
    (address) => server.suppressions.find(streamId, address) ?? [],
  );
  const problems = findProblems({
    message,
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
  const recipients = settleRecipients(
    {
      to: envelope.to,
      stream: streamId,
      bounceType: instructions.bounceType,
      isRejected: server.mode === "strict" && problems.some(concernsWholeMessage),
    },
    server.suppressions,
  );
  return {
    id,
    mailbox: mailboxOf(message.headers) ?? login?.mailbox ?? streamId,
    stream: streamId,
    envelope,
    ...message,
    tag: instructions.tags[0],
    metadata: instructions.metadata,
    tracking: instructions.tracking,
    problems,
    recipients,
    delivered: toDeliveredMessage({ ...message, ...instructions, raw, postmarkId: id }),
    get conversation() {
      return conversation();
    },
    raw,
    sizeBytes: raw.length,
    receivedAt: new Date(server.clock.now()),
  };
}

/** Refusals that hold for one recipient. */
const partial: readonly InboxProblemCode[] = ["recipient-suppressed"];

function concernsWholeMessage({ code, effect }: InboxProblem): boolean {
  return effect === "refused" && !partial.includes(code);
}

function mailboxOf(headers: readonly HeaderLine[]): string | undefined {
  const header = headers.find(({ name }) => name.toLowerCase() === mailboxHeader);
  const name = header?.value.trim();
  return name !== undefined && mailboxName.test(name) ? name : undefined;
}
