import type { Inbox, InboxMessage } from "../../../../src/inbox/inbox.ts";
import { sendState } from "../../send/send-state.ts";
import { stateInput, toQuery } from "../state-input.ts";
import { defineTool, shorten, type ToolInput } from "../tool.ts";

/** Sends into the local inbox. */
export const sendEmail = defineTool({
  name: "send_email",
  title: "Send an email into the local inbox",
  description:
    "Sends an email over SMTP into the local Postmark on this machine. Nothing leaves the machine, whatever the address.",
  isReadOnly: false,
  input: {
    ...stateInput,
    to: { type: "string", description: "Address. Default: you@example.com" },
  },
  async run({ to = "you@example.com", ...given }, sources) {
    const { id, ...state } = await toQuery(given, sources);
    const sent = await sendState({ emailId: id, ...state, to: [to] }, sources.send);
    if (sent.status === "failed") throw new Error(sent.message);
    const { accepted, inboxId, messageId } = sent;
    return `Taken for ${accepted.join(", ")} as ${messageId}${inboxId ? `; message ${inboxId} of the inbox` : ""}`;
  },
});

const matchInput = {
  to: { type: "string", description: "Part of a recipient's address" },
  subject: { type: "string", description: "Part of the subject" },
} as const satisfies ToolInput;

interface Match {
  readonly to: string | undefined;
  readonly subject: string | undefined;
}

function matches({ to = "", subject = "" }: Match): (message: InboxMessage) => boolean {
  const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
  return (message) =>
    has(message.subject, subject) && message.envelope.to.some((address) => has(address, to));
}

const usualSeconds = 10;
const mostSeconds = 60;

/** Waits for mail of an app. */
export const waitForMessage = defineTool({
  name: "wait_for_message",
  title: "Wait for a message",
  description:
    "Waits until the local inbox has a message, and gives its links and one-time codes. Say after: the id of the newest message before you began, or none for a message that may have come already.",
  isReadOnly: true,
  input: {
    ...matchInput,
    after: { type: "string", description: "Id of a message: only newer ones count" },
    seconds: {
      ...{ type: "number", minimum: 0, maximum: mostSeconds },
      description: `Longest wait. Default: ${usualSeconds}`,
    },
  },
  async run({ after, seconds = usualSeconds, ...match }, sources) {
    const inbox = await sources.inbox();
    const known = after === undefined ? new Set<string>() : olderThan(inbox, after);
    const isWanted = matches(match);
    const here = inbox.list().find((message) => !known.has(message.id) && isWanted(message));
    const wanted = (message: InboxMessage) => !known.has(message.id) && isWanted(message);
    const message = here ?? (await inbox.waitFor(wanted, { timeoutMs: seconds * 1000 }));
    return describe(inbox, message);
  },
});

/** A message and those that came before it. */
function olderThan(inbox: Inbox, id: string): ReadonlySet<string> {
  const all = inbox.list();
  const at = all.findIndex((message) => message.id === id);
  if (at < 0) throw unknownMessage(inbox, id);
  return new Set(all.slice(at).map((message) => message.id));
}

const usualCount = 10;

/** Lists the inbox. */
export const listMessages = defineTool({
  name: "list_messages",
  title: "List the local inbox",
  description: "Messages of the local inbox, newest first: id, time, recipients, subject.",
  isReadOnly: true,
  input: {
    ...matchInput,
    most: { type: "number", minimum: 1, description: `Most messages. Default: ${usualCount}` },
  },
  async run({ most = usualCount, ...match }, sources) {
    const inbox = await sources.inbox();
    const found = inbox.list().filter(matches(match));
    const lines = found.slice(0, most).map(line);
    if (found.length > most) lines.push(`and ${found.length - most} more`);
    return lines.join("\n") || `No message; the inbox listens at ${inbox.smtpUrl}`;
  },
});

function line({ id, receivedAt, envelope, subject, problems }: InboxMessage): string {
  const marks = problems.length > 0 ? ` (${problems.length} problems)` : "";
  return `${id}  ${receivedAt.toISOString()}  ${envelope.to.join(", ")}  ${subject}${marks}`;
}

const usualMost = 4_000;

/** Reads a message. */
export const readMessage = defineTool({
  name: "read_message",
  title: "Read a message",
  description:
    "One message of the local inbox: its links, codes, problems at the real Postmark, and its text, HTML or headers.",
  isReadOnly: true,
  input: {
    id: { type: "string", required: true, description: "Id, as list_messages tells it" },
    part: {
      ...{ type: "string", enum: ["text", "html", "headers"] },
      description: "What to read. Default: text",
    },
    most: { type: "number", minimum: 1, description: `Most characters. Default: ${usualMost}` },
    offset: { type: "number", minimum: 0, description: "First character. Default: 0" },
  },
  async run({ id, part = "text", most = usualMost, offset = 0 }, sources) {
    const inbox = await sources.inbox();
    const message = inbox.get(id);
    if (!message) throw unknownMessage(inbox, id);
    const headers = message.headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
    const body = { text: message.text, html: message.html, headers }[part];
    const shown = body === undefined ? `It has no ${part}.` : shorten(body, most, offset);
    return `${await describe(inbox, message)}\n\n${shown}`;
  },
});

const mostLinks = 20;

async function describe(inbox: Inbox, message: InboxMessage): Promise<string> {
  const { links = [], codes = [] } = (await inbox.lift(message.id)) ?? {};
  const shown = links.slice(0, mostLinks).map(({ href, text }) => `link: ${href}  ${text}`);
  return [
    `message ${message.id}`,
    `to: ${message.envelope.to.join(", ")}`,
    `subject: ${message.subject}`,
    ...codes.map((code) => `code: ${code}`),
    ...shown,
    ...(links.length > mostLinks ? [`and ${links.length - mostLinks} more links`] : []),
    ...message.problems.map(({ effect, message: words }) => `problem (${effect}): ${words}`),
  ].join("\n");
}

function unknownMessage(inbox: Inbox, id: string): Error {
  const ids = inbox
    .list()
    .slice(0, 5)
    .map((message) => message.id);
  const there = ids.length > 0 ? `the newest are ${ids.join(", ")}` : "the inbox is empty";
  return new Error(`Cannot find the message "${id}"; ${there}`);
}
