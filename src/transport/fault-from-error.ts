import type { DeliveryStage } from "../errors.ts";
import { faultFromReply } from "./fault-from-reply.ts";
import { lookItUp, outcomeAt, timeoutFault } from "./interruption.ts";
import { adviceForUnreachable } from "./network-advice.ts";
import { parseReply } from "./reply.ts";
import type { ServerSettings } from "./server-settings.ts";
import { SmtpFault, type SmtpFaultDetails } from "./smtp-fault.ts";
import { certificateFault, handshakeFault, isNoTls } from "./tls-advice.ts";

/** What nodemailer and Node put on their errors, as far as it is read here. */
interface WireError extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  /** OpenSSL's words, where it was OpenSSL. */
  readonly reason?: string;
}

/** What was going on when an error struck. */
export interface FaultContext {
  readonly stage: DeliveryStage;
  /** The stage that the last reply belongs to; the dialogue may be a stage ahead of it. */
  readonly answeredStage: DeliveryStage;
  readonly server: ServerSettings;
  /** Whether the server's EHLO reply offered STARTTLS. */
  readonly offersStartTls: boolean;
  /** The longest silence allowed, for nodemailer's own time-outs. */
  readonly timeoutMs: number;
}

const dnsCodes = new Set(["ENOTFOUND", "EAI_AGAIN", "ENODATA", "EDNS", "EAI_FAIL", "EAI_NONAME"]);

/** The fault that an error of nodemailer or of a socket is. */
export function faultFromError(thrown: Error, context: FaultContext): SmtpFault {
  const error: WireError = thrown;
  const { server } = context;
  const stage = stageOf(error, context);
  if (error.response) {
    if (stage === "tls" && !context.offersStartTls) return noStartTls(server);
    const reply = parseReply(redact(server, error.response));
    return faultFromReply(reply, stage, server);
  }
  const code = error.originalCode ?? error.code ?? "";
  const cause = plainCause(error, code, server);
  const fault = (
    kind: SmtpFaultDetails["kind"],
    message: string,
    transient: boolean,
    connectionLost = true,
  ) =>
    new SmtpFault(message, {
      ...{ kind, stage, transient, connectionLost, cause },
      outcome: outcomeAt(stage),
    });

  if (error.code === "ETIMEDOUT" && stage !== "connect") {
    return timeoutFault(server.name, stage, context.timeoutMs);
  }
  if (dnsCodes.has(code)) {
    const advice = "check its spelling and the name service of this machine";
    const message = `the host ${server.host} has no address (${code}); ${advice}`;
    return fault("dns", message, code === "EAI_AGAIN");
  }
  if (error.code === "EPROTOCOL") {
    return fault("protocol", `${server.name} broke the rules of SMTP (${error.message})`, false);
  }
  const inCertificate = certificateFault(code);
  if (inCertificate) {
    const names = /(?:altnames|CN): (.{1,200})/.exec(error.reason ?? "")?.[1];
    const shown = names === undefined ? code : `${code}: it holds ${names}`;
    const message = `${server.name} is not to be trusted (${shown}): its certificate ${inCertificate}`;
    return fault("tls", message, false);
  }
  if (stage === "tls") {
    const lasting = handshakeFault(code);
    const how = lasting ?? (isNoTls(code) ? notTls : describe(cause, code, server));
    return fault("tls", `TLS with ${server.name} failed (${withCode(how, code)})`, !lasting);
  }
  if (stage === "connect") {
    const message = `${server.name} cannot be reached (${describe(cause, code, server)}); ${adviceForUnreachable(code)}`;
    return fault("connection", message, true);
  }
  if (stage === "final-dot") {
    const message = `the connection to ${server.name} was lost after the whole message was written and before its answer (${describe(cause, code, server)}); ${lookItUp}`;
    return fault("connection", message, true);
  }
  const message = `the connection to ${server.name} was lost before the message was through (${describe(cause, code, server)})`;
  return fault("connection", message, true);
}

const notTls = "it answered with something that is no TLS";

/** The fault of a server without STARTTLS where it is required. */
function noStartTls(server: ServerSettings): SmtpFault {
  return new SmtpFault(
    `${server.name} does not offer STARTTLS, and without it neither credentials nor mail are sent; check that host and port are those of Postmark (587, 2525 or 25)`,
    { kind: "tls", stage: "tls", transient: false, outcome: "not-sent", connectionLost: true },
  );
}

/** The fault of a server that takes no login though there are credentials to give. */
export function noLogin(server: ServerSettings): SmtpFault {
  const form = server.credentials?.form ?? "credentials";
  return new SmtpFault(
    `${server.name} offers no login (AUTH), so ${form} cannot be used; check host and port, or give a 'url' without user and password`,
    {
      ...{ kind: "credentials", stage: "auth", transient: false, outcome: "not-sent" },
      connectionLost: true,
    },
  );
}

const commandStages: Readonly<Record<string, DeliveryStage>> = {
  EHLO: "greeting",
  HELO: "greeting",
  STARTTLS: "tls",
};

/** An error without a reply struck where the dialogue stood; a reply belongs to the command it answers. */
function stageOf(error: WireError, context: FaultContext): DeliveryStage {
  if (!error.response) return context.stage;
  const command = error.command ?? "";
  if (command.startsWith("AUTH")) return "auth";
  return commandStages[command] ?? context.answeredStage;
}

function redact(server: ServerSettings, text: string): string {
  return server.credentials?.redact(text) ?? text;
}

function describe({ message }: Error, code: string, server: ServerSettings): string {
  return withCode(redact(server, message), code);
}

function withCode(text: string, code: string): string {
  // An error without a text of its own.
  if (text === "") return code;
  return code && !text.includes(code) ? `${code}: ${text}` : text;
}

/** A copy of the error that holds its text and code alone: no reply, no certificate, no secret. */
function plainCause(error: WireError, code: string, server: ServerSettings): Error {
  // OpenSSL's own line holds addresses in memory, a path of where it was built, and a line break.
  const text = error.reason ?? error.message;
  const cause = new Error(redact(server, text));
  const stack = (error.stack ?? "").replace(error.message, text);
  cause.stack = redact(server, stack);
  return code ? Object.assign(cause, { code }) : cause;
}
