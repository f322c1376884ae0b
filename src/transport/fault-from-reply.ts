import type { DeliveryStage, RejectedRecipient } from "../errors.ts";
import type { CredentialForm } from "./credentials.ts";
import { adviceForNonsense } from "./foreign-protocol.ts";
import { lookItUp } from "./interruption.ts";
import { maskAddresses } from "./mask-addresses.ts";
import { isTransientCode, type Reply } from "./reply.ts";
import type { ServerSettings } from "./server-settings.ts";
import { SmtpFault, type SmtpFaultDetails } from "./smtp-fault.ts";

/** The usual mistakes with each form of credentials, as Postmark's support pages name them. */
const loginAdvice: Readonly<Record<CredentialForm, string>> = {
  "the server token as user name and password":
    "check that it is the whole API token of a server (not the account's token, not your Postmark login) and that SMTP is switched on for that server",
  'the server token as user name and the letter "x" as password':
    "leave out 'password': Postmark documents the token in both fields",
  "the SMTP token's access key and secret key":
    "check that both belong to one SMTP token, access key first; a lost secret key cannot be shown again, so make a new token",
  "the user name and password of the URL":
    "check both in 'url', percent-encoded; the API token of a Postmark server is both",
};

/** The fault that a negative, or senseless, reply is. */
export function faultFromReply(
  reply: Reply,
  stage: DeliveryStage,
  server: ServerSettings,
  rejected: readonly RejectedRecipient[] = [],
): SmtpFault {
  const make = (kind: SmtpFaultDetails["kind"], message: string, more: Partial<SmtpFaultDetails>) =>
    new SmtpFault(message, {
      kind,
      stage,
      transient: isTransientCode(reply.smtpCode),
      outcome: "not-sent",
      smtpCode: reply.smtpCode,
      enhancedCode: reply.enhancedCode,
      response: reply.text,
      connectionLost: false,
      ...more,
    });
  const words = maskAddresses(reply.text);
  const said = `${server.name} said "${words}"`;
  const code = reply.smtpCode;

  if (code === undefined || code < 400 || code > 599) {
    // To a whole message that is no answer at all: neither taken nor refused.
    const isUnknown = stage === "final-dot";
    const advice = isUnknown ? lookItUp : adviceForNonsense(reply.text);
    const isOutOfTurn = code !== undefined && code < 400 && stage !== "greeting";
    const message = isOutOfTurn
      ? `${said}, which does not answer ${whatWasRefused[stage]}: it does not keep to SMTP; ${isUnknown ? lookItUp : "nothing was sent"}`
      : `${said}, which is no reply of SMTP here; ${advice}`;
    return make("protocol", message, {
      transient: false,
      outcome: isUnknown ? "unknown" : "not-sent",
      connectionLost: true,
    });
  }
  if (code === 421) {
    const message = `${said} and ended the connection; try again later`;
    return make("connection", message, { transient: true, connectionLost: true });
  }
  if (stage === "greeting") {
    return make("connection", `${said} in place of a greeting; try again later`, {
      connectionLost: true,
    });
  }
  if (stage === "tls") {
    return make("tls", `${said} to STARTTLS, and without it nothing is sent`, {
      connectionLost: true,
    });
  }
  if (stage === "auth") {
    const form = server.credentials?.form;
    const advice = form && code >= 500 ? loginAdvice[form] : "try again later";
    const message = `${server.name} refused the login with ${form ?? "no credentials"} ("${words}"); ${advice}`;
    return make("credentials", message, { connectionLost: true });
  }
  if (code === 530) {
    const advice = server.credentials ? "check that TLS is on" : "put user:password in 'url'";
    return make("credentials", `${said}: it wants a login first; ${advice}`, {
      connectionLost: true,
    });
  }
  if (stage === "rcpt" && rejected.length > 0) {
    return make("recipients", refusedRecipients(server, rejected), {
      rejected,
      transient: rejected.some((recipient) => recipient.transient),
    });
  }
  return make("rejected", `${said} to ${whatWasRefused[stage]}`, {});
}

const whatWasRefused: Readonly<Record<DeliveryStage, string>> = {
  compose: "the connection",
  connect: "the connection",
  greeting: "the greeting",
  tls: "STARTTLS",
  auth: "the login",
  mail: "the sender address",
  rcpt: "the recipients",
  data: "DATA",
  "final-dot": "the message",
};

function refusedRecipients(server: ServerSettings, rejected: readonly RejectedRecipient[]): string {
  const [first] = rejected;
  const many = rejected.length === 1 ? "the recipient" : `all ${rejected.length} recipients`;
  const reply = first ? ` ("${maskAddresses(first.response)}")` : "";
  return `${server.name} refused ${many}${reply}; 'rejected' holds the reply to each`;
}
