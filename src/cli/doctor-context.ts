import { Resolver } from "node:dns/promises";
import { systemClock } from "../clock.ts";
import { createDnsLookup } from "../doctor/dns/dns-lookup.ts";
import type { DoctorContext, SmtpTarget } from "../doctor/doctor-context.ts";
import { createSmtpProbe } from "../doctor/smtp/smtp-probe.ts";
import { parseAddress } from "../message/address.ts";
import { createPostmarkApi } from "../postmark-api/create-postmark-api.ts";
import { createTransportFromEnv } from "../sender/create-transport-from-env.ts";
import { type Environment, type EnvSettings, readEnv } from "../sender/read-env.ts";
import type { PostmarkTransportOptions } from "../transport/postmark-options.ts";
import { resolveServer } from "../transport/resolve-server.ts";
import { readApiAccess } from "./api-access.ts";
import { type DoctorArguments, doctorCommand } from "./doctor-arguments.ts";
import { misuse } from "./usage-error.ts";

/** Postmark's ports, the one that the sender uses first. */
const postmarkPorts = [587, 2525, 25];

const usualStream = "outbound";

/** What the doctor is to look at, from the command line and the environment. */
export async function toDoctorContext(
  asked: DoctorArguments,
  env: Environment,
): Promise<DoctorContext> {
  const settings = readEnv(env);
  const { transport, problems } = createTransportFromEnv(settings);
  await transport?.close();
  const stream = settings.stream ?? usualStream;
  const login = transport ? loginOf(settings) : undefined;
  const server = login && resolveServer(login);
  const selector = env.POSTMARK_DKIM_SELECTOR?.trim().replace(/\._domainkey.*$/, "");
  const { timeoutMs } = asked;
  return {
    domain: asked.domain ?? domainOf(settings.from),
    dkimSelectors:
      asked.dkimSelectors.length > 0 ? asked.dkimSelectors : selector ? [selector] : [],
    returnPath: asked.returnPath,
    target: server
      ? targetOf(server)
      : targetOf({ host: "smtp.postmarkapp.com", port: 587, endpoint: "transactional" }),
    ...{ stream, env, envProblems: problems },
    credentials: server && (server.credentials?.form ?? "no credentials"),
    dns: createDnsLookup(resolverOf(asked), timeoutMs),
    smtp: createSmtpProbe({ login: server?.credentials ? login : undefined, timeoutMs }),
    ...apisOf(env, timeoutMs),
    ...{ webhookUrl: asked.webhook, fix: asked.fix, now: systemClock.now() },
  };
}

function loginOf({ credentials, stream }: EnvSettings): PostmarkTransportOptions | undefined {
  if (!credentials) return undefined;
  const isBroadcast = stream === "broadcast" || stream === "broadcasts";
  return { ...(isBroadcast && { streamType: "broadcast" }), ...credentials };
}

function targetOf({
  host,
  port,
  endpoint,
}: Pick<SmtpTarget, "host" | "port" | "endpoint">): SmtpTarget {
  const isPostmark = endpoint !== undefined;
  const ports = isPostmark ? [...new Set([port, ...postmarkPorts])] : [port];
  return { host, port, ports, isPostmark, endpoint };
}

function domainOf(from: string | undefined): string | undefined {
  const { address } = from === undefined ? {} : parseAddress(from);
  return address?.address.split("@").at(-1)?.toLowerCase();
}

function resolverOf({ dns, timeoutMs }: DoctorArguments): Resolver {
  const resolver = new Resolver({ timeout: Math.ceil(timeoutMs / 2), tries: 2 });
  if (dns === undefined) return resolver;
  try {
    resolver.setServers([dns]);
  } catch {
    throw misuse(
      doctorCommand,
      `--dns must be an IP address, with a port if need be, got "${dns}"`,
    );
  }
  return resolver;
}

function apisOf(env: Environment, timeoutMs: number) {
  const { serverToken, baseUrl } = readApiAccess(env);
  const open = (kind: "serverToken" | "accountToken", token: string | undefined) => {
    if (!token?.trim() || token.trim() === "POSTMARK_API_TEST") return undefined;
    // What no token can be is told among the settings.
    if (!/^[!-~]+$/.test(token.trim())) return undefined;
    return createPostmarkApi({ [kind]: token, baseUrl, timeoutMs });
  };
  return {
    server: open("serverToken", serverToken),
    account: open("accountToken", env.POSTMARK_ACCOUNT_TOKEN),
    accountByServerToken: open("accountToken", serverToken),
  };
}
