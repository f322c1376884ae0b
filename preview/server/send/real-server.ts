import { createTransportFromEnv } from "../../../src/sender/create-transport-from-env.ts";
import { type Environment, readEnv } from "../../../src/sender/read-env.ts";
import type { Transport } from "../../../src/transport/transport.ts";
import type { DialogueLine } from "../../../src/transport/transport-event.ts";
import type { SendTarget } from "../../protocol/index.ts";

/** The server that mail to real people goes through, as the environment names it. */
export interface RealServer {
  /** Null when there is none to be used. */
  readonly target: SendTarget | null;
  /** Why there is none; null when there is. Holds no value of a variable. */
  readonly problem: string | null;
  /** The message stream of emails that name none. */
  readonly stream: string | undefined;
  /** A connection to it for one send. @throws {Error} when there is none */
  open(onDialogue: (line: DialogueLine) => void): Transport;
}

/** A test is over soon or not at all: no one waits ten minutes in front of a button. */
const finalDotTimeoutMs = 60_000;

/**
 * Reads from the environment where real mail goes, as `createSenderFromEnv` does. `MAIL_URL` may
 * name the local inbox itself, as it does while one develops; then there is no other server.
 *
 * @param inboxUrl `smtp://127.0.0.1:2525`; empty when the inbox is switched off
 */
export function readRealServer(env: Environment, inboxUrl: string): RealServer {
  const settings = readEnv(env);
  const create = (onDialogue?: (line: DialogueLine) => void) =>
    createTransportFromEnv(settings, { onDialogue, finalDotTimeoutMs, retries: 0 });
  const { transport, problems } = create();
  const address = transport?.name ?? "";
  const { stream } = settings;
  const none = { target: null, stream, open: () => refuse(problems) };
  if (!transport || problems.length > 0) return { ...none, problem: problems.join("; ") };
  if (isInbox(address, inboxUrl)) {
    return { ...none, problem: "MAIL_URL names the local inbox, and nothing else is set" };
  }
  const kind = /(^|\.)postmarkapp\.com:\d+$/.test(address) ? "postmark" : "server";
  return {
    target: { kind, address, to: "" },
    problem: null,
    stream,
    open: (onDialogue) => create(onDialogue).transport ?? refuse(problems),
  };
}

function isInbox(address: string, inboxUrl: string): boolean {
  const inbox = URL.canParse(inboxUrl) ? new URL(inboxUrl) : undefined;
  const server = new URL(`smtp://${address}`);
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(server.hostname);
  return inbox !== undefined && isHere && server.port === inbox.port;
}

function refuse(problems: readonly string[]): never {
  throw new Error(`Cannot send to a real server: ${problems.join("; ")}`);
}
