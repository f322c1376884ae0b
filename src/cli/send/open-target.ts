import { isDeliveryError } from "../../errors.ts";
import { isLoopbackName } from "../../inbox/http/loopback.ts";
import { createTransportFromEnv } from "../../sender/create-transport-from-env.ts";
import { type Environment, readEnv } from "../../sender/read-env.ts";
import { createPostmarkTransport } from "../../transport/postmark-transport.ts";
import type { Transport } from "../../transport/transport.ts";
import { type SendArguments, sendCommand } from "../send-arguments.ts";
import { misuse } from "../usage-error.ts";

/** Where mail goes. */
export interface OpenTarget {
  readonly transport: Transport;
  /** For people: `the local inbox at smtp://127.0.0.1:2525`. */
  readonly name: string;
  /** For a result file. */
  readonly id: string;
  /** Message stream of emails that name none. */
  readonly stream: string | undefined;
  readonly isReal: boolean;
}

const usualInbox = "smtp://127.0.0.1:2525";

/** Who an email is from that names no one, in the local inbox. */
const inboxSender = "Letterpress <preview@example.com>";

/** The sender of emails that name none. */
export function senderOf({ from, real }: SendArguments, env: Environment): string | undefined {
  return from ?? (env.MAIL_FROM?.trim() || (real ? undefined : inboxSender));
}

/**
 * Opens the way that mail goes: to an inbox of this machine, unless another was asked for.
 *
 * @throws {Error} when the environment names no server, or `--inbox` another machine
 */
export function openTarget({ real, inbox }: SendArguments, env: Environment): OpenTarget {
  if (!real) return openInbox(inbox ?? inboxOf(env) ?? usualInbox);
  const settings = readEnv(env);
  const { transport, problems } = createTransportFromEnv(settings);
  if (!transport || problems.length > 0) {
    throw new Error(`Cannot send to a real server: ${problems.join("; ")}`);
  }
  const { name } = transport;
  return { transport, name, id: name, stream: settings.stream, isReal: true };
}

function openInbox(url: string): OpenTarget {
  if (!isOfThisMachine(url)) {
    throw misuse(
      sendCommand,
      `--inbox must be an address of this machine, such as ${usualInbox}; a real server needs --real`,
    );
  }
  const transport = createPostmarkTransport({ url, retries: 0 });
  return {
    ...{ transport, id: "inbox", stream: undefined, isReal: false },
    name: `the local inbox at ${transport.name}`,
  };
}

function inboxOf({ MAIL_URL }: Environment): string | undefined {
  const url = MAIL_URL?.trim();
  return url && isOfThisMachine(url) ? url : undefined;
}

function isOfThisMachine(url: string): boolean {
  return /^smtp:/i.test(url) && URL.canParse(url) && isLoopbackName(new URL(url).hostname);
}

/** What a failure says, and how to get an inbox where there is none. */
export function describeFailure(error: unknown, { isReal }: OpenTarget): string {
  const message = error instanceof Error ? error.message : String(error);
  const isClosed = !isReal && isDeliveryError(error) && error.stage === "connect";
  return isClosed
    ? `${message}. No inbox listens there: start one by letterpress dev or letterpress inbox, or name its address with --inbox`
    : message;
}
