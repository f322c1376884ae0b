import { Credentials } from "./credentials.ts";
import { isLoopback } from "./loopback.ts";
import type { PostmarkTransportOptions, TransportTlsOptions } from "./postmark-options.ts";
import type { ServerSettings } from "./server-settings.ts";
import { parseSmtpUrl } from "./smtp-url.ts";

/** Postmark's hosts. @see https://postmarkapp.com/support/article/811-what-are-the-smtp-details-api-tokens-i-should-be-using */
const postmarkHosts = {
  transactional: "smtp.postmarkapp.com",
  broadcast: "smtp-broadcasts.postmarkapp.com",
} as const;

/** Postmark's ports. @see https://postmarkapp.com/support/article/common-smtp-connection-errors */
const postmarkPorts: readonly number[] = [587, 2525, 25];

/** Access keys of broadcast streams have been seen to begin so; not documented, so only a default. */
const broadcastAccessKey = /^PM-B-/;

interface Target {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly credentials: Credentials | undefined;
}

/**
 * Resolves where to connect, with which credentials and how protected.
 *
 * @throws {TypeError} that names the option, when one is missing, empty, doubled or contradicts another
 * @throws {RangeError} when the port is none that can be used
 */
export function resolveServer(options: PostmarkTransportOptions): ServerSettings {
  const target = options.url === undefined ? resolveToken(options) : resolveUrl(options.url);
  const streamType = options.streamType ?? guessStreamType(options, target.host);
  const host = target.host ?? (options.url === undefined ? postmarkHosts[streamType] : undefined);
  if (host === undefined) throw new TypeError("Option 'url' must name a host");
  const endpoint = endpointOf(host);
  if (endpoint && endpoint !== streamType) {
    throw new TypeError(
      `Option 'streamType' is "${streamType}" but 'host' is ${host}, which takes ${endpoint} mail; leave out one of them`,
    );
  }
  const port = resolvePort(target.port ?? 587, host, options.url === undefined ? "port" : "url");
  return {
    host,
    port,
    name: `${host.includes(":") ? `[${host}]` : host}:${port}`,
    ...resolveTls(options.tls, host),
    credentials: target.credentials,
    endpoint,
    streamIsBound: options.accessKey !== undefined,
  };
}

function resolveToken(options: Exclude<PostmarkTransportOptions, { url: string }>): Target {
  const host = options.host?.trim().toLowerCase() || undefined;
  const { port } = options;
  if (options.accessKey !== undefined || options.secretKey !== undefined) {
    const user = readSecret(options.accessKey, "accessKey", "the Access Key of an SMTP token");
    const password = readSecret(options.secretKey, "secretKey", "the Secret Key of an SMTP token");
    const form = "the SMTP token's access key and secret key";
    return { host, port, credentials: new Credentials(form, user, password) };
  }
  const token = readSecret(options.serverToken, "serverToken", "a Postmark server's API token");
  if (options.password !== undefined && options.password !== "x") {
    throw new TypeError(
      "Option 'password' can only be \"x\"; leave it out to send the server token, which Postmark documents",
    );
  }
  const credentials =
    options.password === "x"
      ? new Credentials(
          'the server token as user name and the letter "x" as password',
          token,
          options.password,
        )
      : new Credentials("the server token as user name and password", token, token);
  return { host, port, credentials };
}

function readSecret(value: unknown, option: string, what: string): string {
  if (typeof value !== "string") {
    throw new TypeError(`Option '${option}' must be a string, ${what}; it is ${typeOf(value)}`);
  }
  // Postmark's own list of login problems names stray spaces around a pasted token.
  const trimmed = value.trim();
  if (trimmed === "") throw new TypeError(`Option '${option}' is empty; give ${what}`);
  if (/^["'`“”‘’]|["'`“”‘’]$/u.test(trimmed)) {
    throw new TypeError(`Option '${option}' stands in quotes; take them off`);
  }
  if (/[\s\p{Cc}]/u.test(trimmed)) {
    throw new TypeError(`Option '${option}' holds white space inside; give ${what} as it is shown`);
  }
  if (!/^[!-~]+$/.test(trimmed)) {
    throw new TypeError(
      `Option '${option}' holds a character that no token has, perhaps an invisible one; copy ${what} again`,
    );
  }
  return trimmed;
}

function typeOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}

function resolveUrl(input: string): Target {
  const url = parseSmtpUrl(input);
  const credentials = url.username
    ? new Credentials(
        "the user name and password of the URL",
        decode(url.username),
        decode(url.password),
      )
    : undefined;
  const port = url.port === "" ? undefined : Number(url.port);
  return { host: url.hostname.replace(/^\[|\]$/g, "").toLowerCase(), port, credentials };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TypeError("Option 'url' holds a user name or password that is not percent-encoded");
  }
}

function guessStreamType(options: PostmarkTransportOptions, host: string | undefined) {
  const endpoint = host === undefined ? undefined : endpointOf(host);
  if (endpoint) return endpoint;
  const key = options.accessKey?.trim() ?? "";
  return broadcastAccessKey.test(key) ? "broadcast" : "transactional";
}

function endpointOf(host: string): "transactional" | "broadcast" | undefined {
  if (host === postmarkHosts.broadcast) return "broadcast";
  return host === postmarkHosts.transactional ? "transactional" : undefined;
}

function resolvePort(port: number, host: string, option: string): number {
  if (port === 465) {
    throw new RangeError(
      `Option '${option}' names port 465, TLS from the first byte, where Postmark does not answer; use 587, 2525 or 25 with STARTTLS`,
    );
  }
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new RangeError(`Option '${option}' must name a port from 1 to 65535; it names ${port}`);
  }
  if (endpointOf(host) && !postmarkPorts.includes(port)) {
    throw new RangeError(
      `Option '${option}' names port ${port}; Postmark listens on ${postmarkPorts.join(", ")}`,
    );
  }
  return port;
}

function resolveTls(
  options: TransportTlsOptions | undefined,
  host: string,
): Pick<ServerSettings, "tlsRequired" | "tls"> {
  const local = isLoopback(host);
  if (options?.required === false && !local) {
    throw new TypeError(
      `Option 'tls.required' can be false for a loopback address only; ${host} is none`,
    );
  }
  const tlsRequired = options?.required ?? (!local || options?.ca !== undefined);
  const ca = typeof options?.ca === "string" ? options.ca : options?.ca?.slice();
  return {
    tlsRequired,
    tls: {
      minVersion: "TLSv1.2",
      rejectUnauthorized: tlsRequired,
      ...(ca !== undefined && { ca }),
    },
  };
}
