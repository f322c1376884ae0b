import { isIP } from "node:net";
import { isLoopback } from "../../transport/loopback.ts";
import type { SaidOf } from "../define-check.ts";
import { DnsUnreachable } from "../dns/dns-lookup.ts";
import type { DoctorCheck, DoctorContext } from "../doctor-context.ts";
import type { DoctorResult } from "../result.ts";
import type { SmtpFailure } from "./smtp-probe.ts";

/** One port, and what came of it. */
interface TriedPort {
  readonly port: number;
  readonly failure: SmtpFailure | undefined;
}

/** Which ports are open from here, and whether STARTTLS and the certificate are as they should be. */
export const portsCheck: DoctorCheck = {
  ...{ id: "ports", group: "reachable", subject: "SMTP" },
  applies: () => true,
  async run({ target, smtp, dns }) {
    const tried = await Promise.all(
      target.ports.map(async (port) => ({ port, failure: await smtp.connect(target.host, port) })),
    );
    // What fails for want of a name, or of a network, fails alike on each port.
    const isCutOff =
      tried.every(({ failure }) => failure?.kind === "dns") ||
      (tried.every(({ failure }) => failure && failure.kind !== "tls") &&
        (await hasNoDns(dns, target.host)));
    const told = isCutOff ? tried.slice(0, 1) : tried;
    return told.map((one) => ({
      ...{ id: `port-${one.port}`, group: "reachable" },
      subject: `${target.host}:${one.port}`,
      ...(isCutOff ? unknown(one) : describe(one, tried, target)),
    }));
  },
};

function describe(
  { port, failure }: TriedPort,
  all: readonly TriedPort[],
  target: DoctorContext["target"],
): Pick<DoctorResult, "status" | "message" | "fix"> {
  const isUsed = port === target.port;
  if (!failure) return { status: "ok", message: `${secured(target)}${isUsed ? "; in use" : ""}` };
  if (failure.kind === "tls") return { status: "error", message: reasonOf(failure) };
  const open = all.find((one) => !one.failure)?.port;
  const message = `${failure.kind === "timeout" ? "blocked" : "closed"}: ${reasonOf(failure)}`;
  if (!isUsed && open !== undefined) {
    return { status: "ok", message: `${shortOf(failure)}; not in use` };
  }
  if (!isUsed) return { status: "unknown", message };
  return {
    ...{ status: "error", message },
    fix:
      open === undefined
        ? target.isPostmark
          ? `let this machine connect to ${target.host} on one of ${target.ports.join(", ")}`
          : "start that server, or name another address"
        : `use port ${open}, which is open`,
  };
}

function unknown({ failure }: TriedPort): Pick<DoctorResult, "status" | "message"> {
  return { status: "unknown", message: failure ? reasonOf(failure) : "not tried" };
}

/** Whether DNS gives no answer either, so that it is the network, and not this port or host. */
async function hasNoDns(dns: DoctorContext["dns"], host: string): Promise<boolean> {
  if (isIP(host) !== 0 || isLoopback(host)) return false;
  try {
    await dns.addresses(host);
    return false;
  } catch (error) {
    if (error instanceof DnsUnreachable) return true;
    throw error;
  }
}

function secured({ host }: DoctorContext["target"]): string {
  return isLoopback(host) ? "open" : "open, STARTTLS, valid certificate";
}

function shortOf({ kind }: SmtpFailure): string {
  return kind === "timeout" ? "blocked from here (no answer)" : "closed from here";
}

/** A transport's sentence, without what was to be done. */
export function reasonOf({ message }: SmtpFailure): string {
  return message.replace(/^Cannot (?:connect|deliver): /, "");
}

/** Whether the credentials are taken. It proves nothing about From, stream or recipients. */
export const loginCheck: DoctorCheck = {
  ...{ id: "login", group: "reachable", subject: "Login" },
  applies: ({ smtp }) => smtp.logIn !== undefined,
  async run({ smtp, target }) {
    const failure = await smtp.logIn?.();
    const about = { id: "login", group: "reachable", subject: "Login" } as const;
    return [{ ...about, ...describeLogin(failure, target) }];
  },
};

function describeLogin(
  failure: SmtpFailure | undefined,
  target: DoctorContext["target"],
): Omit<SaidOf, "id" | "subject"> {
  if (!failure) return { status: "ok", message: "the credentials are taken over SMTP" };
  if (failure.kind !== "credentials") {
    return { status: "unknown", message: `not tried: ${reasonOf(failure)}` };
  }
  return {
    status: "error",
    message: reasonOf(failure),
    ...(target.isPostmark && {
      fix: "use the server's API token, as user name and password, or both halves of an SMTP token; not the account token, not the login of Postmark's pages; and see that SMTP is on in the server's settings",
    }),
  };
}
