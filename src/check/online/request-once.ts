import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";

/** What a server said, without its body. */
export interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly type: string;
}

/** An address of a host, as DNS knows it. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** How a request reaches its host. */
export interface Reach {
  /** All addresses of a host. @throws when there is none */
  readonly resolve: (host: string) => Promise<readonly HostAddress[]>;
  /** Whether an address may be connected to. */
  readonly isAllowed: (address: string) => boolean;
  /** For the whole request, ms. */
  readonly timeoutMs: number;
}

/** The host is in a network that is not asked. */
export class PrivateHost extends Error {}

/**
 * Asks one address, without following it. The host is resolved once, and what is connected to is the
 * address that was looked at: a name that says something else the next time changes nothing.
 *
 * @throws {PrivateHost} when the host, or one of its addresses, is not allowed
 * @throws {Error} when nothing answers
 */
export async function requestOnce(
  url: URL,
  method: "HEAD" | "GET",
  { resolve, isAllowed, timeoutMs }: Reach,
): Promise<Reply> {
  const signal = AbortSignal.timeout(timeoutMs);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isLiteral = isIP(host) !== 0;
  const addresses = isLiteral
    ? [{ address: host, family: isIP(host) }]
    : await orAborted(resolve(host), signal);
  const [first] = addresses;
  if (!first) throw new Error("its name has no address");
  // One private address among public ones is how a name is turned against who asks.
  if (!addresses.every(({ address }) => isAllowed(address))) throw new PrivateHost();
  const lookup: LookupFunction = (_, { all }, done) => {
    if (all) (done as (error: null, found: HostAddress[]) => void)(null, [...addresses]);
    else done(null, first.address, first.family);
  };
  return new Promise((answer, refuse) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(
      url,
      {
        ...{ method, lookup, signal, agent: false },
        headers: { accept: "*/*", "user-agent": "Mozilla/5.0 (compatible; letterpress check)" },
        maxHeaderSize: 64 * 1024,
      },
      ({ statusCode = 0, headers }) => {
        const type = (headers["content-type"] ?? "").replace(/;.*$/s, "").trim().toLowerCase();
        answer({ status: statusCode, location: headers.location, type });
        // No one reads the body.
        request.destroy();
      },
    );
    request.on("error", refuse);
    request.end();
  });
}

function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
