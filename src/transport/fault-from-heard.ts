import type { RejectedRecipient } from "../errors.ts";
import { faultFromReply } from "./fault-from-reply.ts";
import { maskAddresses } from "./mask-addresses.ts";
import { isTransientCode, parseReply, type Reply, toRejected } from "./reply.ts";
import type { ServerSettings } from "./server-settings.ts";
import { SmtpFault } from "./smtp-fault.ts";

/**
 * The fault that a broken-off dialogue is, by what the server had said before. Commands are sent
 * ahead of their replies, so a server that refuses one and hangs up leaves the others unanswered;
 * what it refused is the message's fault, and not that of the connection.
 *
 * A refusal for good is not tried again though recipients were left unanswered: the server would
 * hang up at the same place. One that hangs up on a refusal for now is.
 *
 * @param lost the fault as it looks without those words
 * @param heard the server's replies to MAIL, each RCPT, DATA and the message, as far as they came
 * @returns `lost` itself when nothing was refused
 */
export function faultFromHeard(
  lost: SmtpFault,
  heard: readonly string[],
  recipients: readonly string[],
  server: ServerSettings,
): SmtpFault {
  const { kind, smtpCode } = lost.details;
  if (smtpCode !== undefined || (kind !== "connection" && kind !== "timeout")) return lost;
  const replies = heard.map((raw) => parseReply(server.credentials?.redact(raw) ?? raw));
  const [mail, ...others] = replies;
  if (isRefusal(mail)) return faultFromReply(mail, "mail", server);
  const answers = others.slice(0, recipients.length);
  const goodbye = answers.find((reply) => reply.smtpCode === 421);
  if (goodbye) return faultFromReply(goodbye, "rcpt", server);
  const rejected = answers.flatMap((reply, index) =>
    isRefusal(reply) ? [toRejected(recipients[index] ?? "", reply)] : [],
  );
  const decisive = answers.findLast(isDeferral) ?? answers.findLast(isRefusal);
  if (decisive && rejected.length === recipients.length) {
    return faultFromReply(decisive, "rcpt", server, rejected);
  }
  const [data, message] = others.slice(recipients.length);
  if (isRefusal(data)) return faultFromReply(data, "data", server);
  if (isRefusal(message)) return faultFromReply(message, "final-dot", server);
  // Once DATA is granted the others were taken, and what ended it came later.
  const isCause = rejected.length > 0 && data === undefined;
  return isCause ? brokenOff(lost, rejected, recipients.length, server) : lost;
}

function isRefusal(reply: Reply | undefined): reply is Reply {
  const code = reply?.smtpCode;
  return code !== undefined && code >= 400 && code < 600;
}

function isDeferral(reply: Reply): boolean {
  return isRefusal(reply) && isTransientCode(reply.smtpCode);
}

/** Some recipients were refused, and then the dialogue ended before it was settled for the others. */
function brokenOff(
  lost: SmtpFault,
  rejected: readonly RejectedRecipient[],
  count: number,
  server: ServerSettings,
): SmtpFault {
  const last = rejected.find(({ transient }) => !transient) ?? rejected.at(-1);
  const how = lost.details.kind === "timeout" ? "fell silent" : "ended the connection";
  const message = `${server.name} refused ${rejected.length} of ${count} recipients ("${maskAddresses(last?.response ?? "")}") and ${how}, so no one was sent the message; leave out whom 'rejected' names`;
  return new SmtpFault(message, {
    ...{ kind: "recipients", stage: "rcpt", outcome: "not-sent", connectionLost: false },
    transient: rejected.every(({ transient }) => transient),
    smtpCode: last?.smtpCode,
    enhancedCode: last?.enhancedCode,
    response: last?.response,
    rejected,
  });
}
