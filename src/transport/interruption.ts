import type { Clock } from "../clock.ts";
import type { DeliveryOutcome, DeliveryStage } from "../errors.ts";
import { SmtpFault } from "./smtp-fault.ts";

/** The abort reason of a transport that was closed while a delivery was under way. */
export const transportClosed: unique symbol = Symbol("transport closed");

/** What is known of a message when the dialogue breaks off in a stage, without an answer. */
export function outcomeAt(stage: DeliveryStage): DeliveryOutcome {
  return stage === "final-dot" ? "unknown" : "not-sent";
}

/** What a caller should do when the answer to a whole message never came. */
export const lookItUp =
  "the server may have the message, so look it up by its Message-ID or 'metadataId' before you send it again";

const waitingFor: Readonly<Record<DeliveryStage, string>> = {
  compose: "while the message was composed",
  connect: "to the connection",
  greeting: "with its greeting",
  tls: "to STARTTLS",
  auth: "to the login",
  mail: "to MAIL FROM",
  rcpt: "to RCPT TO",
  data: "to DATA, or took no more of the message",
  "final-dot": "to the whole message",
};

/**
 * The fault of a server that stays silent.
 *
 * @param details what is known beside, such as the addresses that were tried
 */
export function timeoutFault(
  server: string,
  stage: DeliveryStage,
  timeoutMs: number,
  details = "",
): SmtpFault {
  const advice = stage === "final-dot" ? lookItUp : adviceForSilence(stage);
  const known = details === "" ? "" : ` (${details})`;
  return new SmtpFault(
    `${server} did not answer ${waitingFor[stage]} within ${timeoutMs} ms${known}; ${advice}`,
    {
      kind: "timeout",
      stage,
      transient: true,
      outcome: outcomeAt(stage),
      connectionLost: true,
    },
  );
}

/** The fault of a server that takes no more connections, while those there are stand still. */
export function crowdedFault(server: string, waitedMs: number): SmtpFault {
  return new SmtpFault(
    `${server} takes no more connections, and none of those that are open came free within ${waitedMs} ms; try again later`,
    {
      kind: "timeout",
      stage: "connect",
      transient: true,
      outcome: "not-sent",
      connectionLost: true,
    },
  );
}

function adviceForSilence(stage: DeliveryStage): string {
  if (stage === "connect") {
    return "check host and port, and whether a firewall blocks the port (587, 2525 and 25 reach Postmark; 465 does not)";
  }
  if (stage === "greeting") {
    return "check that the port is one for mail with STARTTLS (587, 2525 or 25): one for TLS from the first byte (465), or of a web server, is silent like this";
  }
  return "try again later, or raise 'timeoutMs'";
}

/** The fault of a delivery that its caller, or the closing of the transport, broke off. */
export function abortFault(reason: unknown, stage: DeliveryStage): SmtpFault {
  const outcome = outcomeAt(stage);
  const isClosed = reason === transportClosed;
  const what = isClosed ? "the transport was closed" : "the signal aborted";
  const then = outcome === "unknown" ? lookItUp : "it was not sent";
  return new SmtpFault(`${what} ${isClosed ? "before it was through" : "it"}; ${then}`, {
    kind: isClosed ? "closed" : "aborted",
    stage,
    transient: false,
    outcome,
    connectionLost: true,
    ...(!isClosed && { cause: reason }),
  });
}

/** Whether a fault is the doing of our side, and says nothing about the server. */
export function isOwnDoing({ details }: SmtpFault): boolean {
  return details.kind === "aborted" || details.kind === "closed";
}

/**
 * Sleeps on the clock.
 *
 * @throws {SmtpFault} as soon as the signal aborts
 */
export async function sleep(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  stage: DeliveryStage,
): Promise<void> {
  try {
    await clock.sleep(ms, { signal });
  } catch (error) {
    throw signal.aborted ? abortFault(signal.reason, stage) : error;
  }
}
