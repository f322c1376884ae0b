import { type DeliveryError, isMailError } from "../../errors.ts";
import type { PostmarkTransportOptions } from "../../transport/postmark-options.ts";
import { createPostmarkTransport } from "../../transport/postmark-transport.ts";

/** Why a server could not be used, from the transport's own error. Never a credential. */
export type SmtpFailure = Pick<DeliveryError, "kind" | "stage" | "message" | "response">;

/** Talks to a server as the sender does: STARTTLS and a valid certificate are required. */
export interface SmtpProbe {
  /** Connects and secures, without a login. @returns what failed */
  connect(host: string, port: number): Promise<SmtpFailure | undefined>;
  /** Connects, secures and logs in; `undefined` without credentials. @returns what failed */
  readonly logIn: (() => Promise<SmtpFailure | undefined>) | undefined;
}

/** Options of {@link createSmtpProbe}. */
export interface SmtpProbeOptions {
  /** How the sender logs in, and where. */
  readonly login: PostmarkTransportOptions | undefined;
  readonly timeoutMs: number;
}

/** Makes a probe of the sender's own transport. */
export function createSmtpProbe({ login, timeoutMs }: SmtpProbeOptions): SmtpProbe {
  const options = { timeoutMs, retries: 0, maxConnections: 1, closeGraceMs: 100 };
  return {
    connect: (host, port) =>
      attempt({ ...options, url: `smtp://${host.includes(":") ? `[${host}]` : host}:${port}` }),
    logIn: login && (() => attempt({ ...login, ...options })),
  };
}

async function attempt(options: PostmarkTransportOptions): Promise<SmtpFailure | undefined> {
  const transport = createPostmarkTransport(options);
  // Each stage has a time-out of its own; this one is for all of them together.
  const late = AbortSignal.timeout(2 * (options.timeoutMs ?? 10_000));
  try {
    await transport.verify({ signal: late });
    return undefined;
  } catch (error) {
    if (isMailError(error) && error.code === "ERR_DELIVERY") return error as DeliveryError;
    if (!late.aborted) throw error;
    const message = `Cannot connect: ${transport.name} did not come to an end in time`;
    return { kind: "timeout", stage: "connect", message, response: undefined };
  } finally {
    await transport.close();
  }
}
