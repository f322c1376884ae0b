import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { Message } from "../../../src/message/message.ts";
import type { Outbox } from "../../../src/outbox/outbox.ts";
import { createPostmarkTransport } from "../../../src/transport/postmark-transport.ts";
import type { DialogueLine } from "../../../src/transport/transport-event.ts";
import type { Project, SendRequest, SendResult, SendTarget } from "../../protocol/index.ts";
import type { RenderService } from "../views/render-service.ts";
import type { CurrentCommit } from "./current-commit.ts";
import { describeFailure, recordDialogue, toRejected } from "./describe-failure.ts";
import { writeOrigin } from "./message-origin.ts";
import type { RealServer } from "./real-server.ts";
import { sendByOutbox } from "./send-by-outbox.ts";

/** What sending needs. */
export interface SendSources {
  readonly renders: RenderService;
  readonly inbox: () => Promise<Inbox>;
  readonly inboxTarget: SendTarget;
  readonly realServer: RealServer;
  /** The preview's own outbox, where mail to the inbox goes through it. */
  readonly outbox: () => Promise<Outbox | undefined>;
  /** What the sources of an email stand at. */
  readonly commitOf: (emailId: string) => Promise<CurrentCommit>;
  /** Who an email is from that names no one. */
  readonly sender: () => Promise<Project["sender"]>;
}

/** A message that the inbox has taken is parsed within milliseconds. */
const arrivalTimeoutMs = 3_000;

/** Sends a variant as the sender that apps use would, over real SMTP. Never throws: a failure is an answer. */
export async function sendState(wanted: SendRequest, sources: SendSources): Promise<SendResult> {
  const { lines, onDialogue } = recordDialogue();
  try {
    const isReal = wanted.target !== undefined && wanted.target !== "inbox";
    return await (isReal ? sendForReal : sendToInbox)(wanted, sources, onDialogue);
  } catch (error) {
    return describeFailure(error, lines);
  }
}

type Send = (
  wanted: SendRequest,
  sources: SendSources,
  onDialogue: (line: DialogueLine) => void,
) => Promise<SendResult>;

const sendToInbox: Send = async (wanted, sources, onDialogue) => {
  const inbox = await sources.inbox();
  const outbox = await sources.outbox();
  if (outbox) {
    const message = await prepareLocal(wanted, sources);
    return sendByOutbox(message, wanted.emailId, { outbox, inbox, target: sources.inboxTarget });
  }
  const transport = createPostmarkTransport({ url: inbox.smtpUrl, retries: 0, onDialogue });
  try {
    const message = await prepareLocal(wanted, sources);
    const { messageId, accepted, rejected } = await transport.deliver(message);
    const arrived = await inbox
      .waitFor((received) => received.messageId === messageId, { timeoutMs: arrivalTimeoutMs })
      .catch(() => undefined);
    return {
      ...{ status: "sent", messageId, accepted, rejected: rejected.map(toRejected) },
      target: sources.inboxTarget,
      inboxId: arrived?.id ?? null,
    };
  } finally {
    await transport.close();
  }
};

const sendForReal: Send = async (wanted, sources, onDialogue) => {
  const { target, stream } = sources.realServer;
  const transport = sources.realServer.open(onDialogue);
  try {
    // What the page confirmed must be where it goes: the environment may be another by now.
    if (!target || target.kind !== wanted.target) {
      throw new Error(`Cannot send: ${wanted.target} is not what the environment names; reload`);
    }
    // Nobody gets a real mail from an address that is made up.
    const { address, said } = await sources.sender();
    const message = await prepare(wanted, sources, said === "nowhere" ? undefined : address);
    const { messageId, accepted, rejected } = await transport.deliver({
      ...message,
      stream: message.stream ?? stream,
    });
    return {
      ...{ status: "sent", messageId, accepted, rejected: rejected.map(toRejected) },
      ...{ target, inboxId: null },
    };
  } finally {
    await transport.close();
  }
};

/** The message for the local inbox, which also says what it was rendered from. */
async function prepareLocal(wanted: SendRequest, sources: SendSources): Promise<Message> {
  const { emailId, variant, locale, props } = wanted;
  const [message, commit] = await Promise.all([
    sources.sender().then(({ address }) => prepare(wanted, sources, address)),
    sources.commitOf(emailId),
  ]);
  const origin = { emailId, variant, locale, props, lacksProps: false, ...commit };
  return { ...message, headers: [...message.headers, ...writeOrigin(origin)] };
}

/** The message as the project's own sender makes it. */
function prepare(
  { emailId, to, target: _, ...state }: SendRequest,
  { renders }: SendSources,
  from: string | undefined,
): Promise<Message> {
  return renders.run("message", { id: emailId, ...state }, { to, from });
}
