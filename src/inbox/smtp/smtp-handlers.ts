import { isAscii } from "node:buffer";
import { domainToASCII } from "node:url";
import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from "smtp-server";
import type { FaultAction, FaultStage } from "../faults/fault.ts";
import type { InboxMessage } from "../inbox.ts";
import type { Login, LoginCheck } from "../postmark/login.ts";
import type { InboxProblem } from "../problem.ts";
import type { ByteCounter } from "./connection-limits.ts";
import type { ConversationLine, Conversations } from "./conversations.ts";
import { type SmtpFaults, toReply } from "./faults.ts";
import { readData } from "./read-data.ts";
import { sloppyAddress, takeSloppyMark } from "./sloppy-marks.ts";

/** What a client handed over. */
export interface ReceivedMail {
  readonly envelope: InboxMessage["envelope"];
  readonly raw: Uint8Array;
  /** `undefined` when the client did not log in. */
  readonly login: Login | undefined;
  /** What was wrong with the dialogue. */
  readonly problems: readonly InboxProblem[];
  readonly conversation: () => readonly ConversationLine[];
}

/** The reply to a message. */
export interface DataReply {
  readonly text: string;
  /** What is to happen when it was written, in the same turn. */
  readonly afterReply?: (() => void) | undefined;
}

/** What the dialogue of a session needs. */
export interface SmtpHandlersOptions {
  readonly loginCheck: LoginCheck;
  readonly faults: SmtpFaults;
  readonly conversations: Conversations;
  readonly onRefusedLogin: (problem: InboxProblem) => void;
  /** Stores a mail; the client gets its 250 when this resolves. */
  readonly receive: (mail: ReceivedMail) => Promise<DataReply>;
  readonly counter: ByteCounter;
  /** Cuts the connection of a session. */
  readonly cut: (sessionId: string) => void;
  /** Reads on and keeps nothing, so that one notices when the client of a session leaves. */
  readonly drain: (sessionId: string) => void;
}

type Handlers = Required<
  Pick<SMTPServerOptions, "onConnect" | "onAuth" | "onMailFrom" | "onRcptTo" | "onData" | "onClose">
>;

type Callback = (error?: Error | null) => void;

/** Creates the handlers of smtp-server's options. */
export function createSmtpHandlers(options: SmtpHandlersOptions): Handlers {
  const { faults, conversations, cut, drain } = options;

  // Calls back at once when nothing goes wrong, and never once the connection is cut.
  function pass(
    stage: FaultStage,
    session: SMTPServerSession,
    callback: Callback,
    to?: string,
  ): void {
    const action = faults.strike(stage, session, to);
    if (!action) {
      callback();
      return;
    }
    // Before its greeting no one reads from a connection: one that gets none would stay forever.
    if (stage === "connect" && action.delayMs === Infinity) drain(session.id);
    faults.wait(action).then((isWanted) => {
      if (!isWanted) return;
      if (action.drop) cut(session.id);
      else callback(toReply(action));
    });
  }

  /** @returns whether the message is to be read no further */
  async function sufferBody(action: FaultAction, { id }: SMTPServerSession): Promise<boolean> {
    const isWanted = await faults.wait(action);
    if (action.drop) cut(id);
    return action.drop === true || !isWanted;
  }

  async function takeData(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
  ): Promise<DataReply | undefined> {
    const isSloppy = takeSloppyMark(session);
    const raw = await readData(stream, options.counter, () => {
      const action = faults.strike("body", session);
      return action && sufferBody(action, session);
    });
    // The library answers an oversized message with 552 whatever is said here.
    if (!raw) return { text: "" };
    const receive = () =>
      options.receive({
        envelope: toEnvelope(session),
        raw,
        login: session.user || undefined,
        problems: isSloppy ? [sloppyAddress] : [],
        conversation: conversations.ofTransaction(session.id),
      });
    const action = faults.strike("final-dot", session);
    if (!action) return receive();
    const { stored = action.reply === undefined } = action;
    const reply = stored ? await receive() : { text: "Ok: not stored" };
    // Not later: the fault may take its time.
    reply.afterReply?.();
    if (!(await faults.wait(action))) return undefined;
    const fault = toReply(action);
    if (fault) throw fault;
    if (!action.drop) return { text: reply.text };
    cut(session.id);
    return undefined;
  }

  return {
    onConnect: (session, callback) => pass("connect", session, callback),
    onAuth({ username = "", password }, session, callback) {
      pass("auth", session, (fault) => {
        if (fault) return callback(fault);
        const { accepted, login } = options.loginCheck.check(username, password ?? "");
        if (accepted) return callback(null, { user: login });
        if (login.problem) {
          conversations.refuseLogin(session.id, login.problem);
          options.onRefusedLogin(login.problem);
        }
        // The words of Postmark's own reply, as users have reported it.
        callback(null, { message: "Error: authentication failed" });
      });
    },
    onMailFrom(address, session, callback) {
      // The library enters the sender only when it is accepted.
      const from = { ...session, envelope: { ...session.envelope, mailFrom: address } };
      pass("mail", from, callback);
    },
    onRcptTo: ({ address }, session, callback) => pass("rcpt", session, callback, address),
    onData(stream, session, callback) {
      takeData(stream, session).then(
        (reply) => {
          if (!reply) return;
          callback(null, reply.text);
          reply.afterReply?.();
        },
        (error) => callback(error),
      );
    },
    onClose: ({ id }) => conversations.end(id),
  };
}

function toEnvelope({ envelope: { mailFrom, rcptTo } }: SMTPServerSession) {
  return {
    from: mailFrom ? toAscii(mailFrom.address) : "",
    to: rcptTo.map(({ address }) => toAscii(address)),
  };
}

// The library turns punycode into Unicode; an address is kept in the form it was sent in.
function toAscii(address: string): string {
  if (isAscii(Buffer.from(address))) return address;
  const at = address.lastIndexOf("@") + 1;
  return address.slice(0, at) + (domainToASCII(address.slice(at)) || address.slice(at));
}
