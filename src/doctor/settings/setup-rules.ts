import type { Said } from "../result.ts";
import type { MailSetup } from "./read-mail-setups.ts";

/** What is wrong with a group of variables; `undefined` when nothing is. Its sentences hold no value of a secret. */
export type SetupRule = (setup: MailSetup) => Omit<Said, "record"> | undefined;

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Everything that is known to go wrong with SMTP at Postmark, by the variables that say it. */
export const setupRules: Readonly<Record<string, SetupRule>> = {
  "port-465": ({ port }) =>
    port?.trim() === "465"
      ? error("names port 465, where Postmark does not answer", "use 587, 2525 or 25 with STARTTLS")
      : undefined,
  "implicit-tls": ({ secure, port }) =>
    port?.trim() !== "465" && /^(?:true|1|yes|on|ssl|smtps)$/i.test(secure?.trim() ?? "")
      ? error(
          "asks for TLS from the first byte, which Postmark does not offer",
          "turn that off, and require STARTTLS (in nodemailer: secure: false, requireTLS: true)",
        )
      : undefined,
  "password-x": ({ user, password }) =>
    user !== undefined && /^x$/i.test(password?.trim() ?? "")
      ? error(
          'has the letter "x" as password, which no page of Postmark documents',
          "use the server token as user name and as password",
        )
      : undefined,
  "password-differs": ({ user = "", password }) =>
    uuid.test(user.trim()) &&
    password !== undefined &&
    password.trim() !== user.trim() &&
    !/^x$/i.test(password.trim())
      ? error(
          "has a server token as user name, and another password",
          "use the same token in both places",
        )
      : undefined,
  "page-login": ({ user = "" }) =>
    user.includes("@")
      ? error(
          "has a mail address as user name; the login of Postmark's pages does not work over SMTP",
          "use the server token as user name and as password",
        )
      : undefined,
  "stray-space": ({ user, password }) =>
    [user, password].some((value) => value !== undefined && /\s/.test(value))
      ? error("has white space in user name or password", "take it out; it came along when pasting")
      : undefined,
  "stream-host": ({ host, service, stream }) => problemOfStream(host, service, stream),
  "optional-tls": ({ service, host, requireTls }) =>
    service !== undefined && host === undefined && !/^(?:true|1|yes|on)$/i.test(requireTls ?? "")
      ? {
          status: "warning",
          message:
            'names nodemailer\'s service "postmark", which goes on in clear, token included, where STARTTLS is missing',
          fix: 'write host: "smtp.postmarkapp.com", port: 587, requireTLS: true in its place',
        }
      : undefined,
};

function problemOfStream(host = "", service = "", stream = "") {
  const isBroadcast = /^broadcasts?$/.test(stream.trim());
  const isBroadcastHost = /^smtp-broadcasts\./i.test(host.trim());
  if (isBroadcast && !isBroadcastHost && (host || service)) {
    return error(
      "sends a broadcast stream to the host for transactional mail",
      "use smtp-broadcasts.postmarkapp.com",
    );
  }
  return stream.trim() === "outbound" && isBroadcastHost
    ? error("sends the transactional stream to the host for broadcasts", "use smtp.postmarkapp.com")
    : undefined;
}

function error(message: string, fix: string) {
  return { status: "error" as const, message, fix };
}
