import type { Clock } from "../clock.ts";
import type { DialogueLine, TransportEvent } from "./transport-event.ts";

/** Options that every form of credentials shares. */
export interface CommonTransportOptions {
  /**
   * Which of Postmark's two endpoints to use: transactional mail and broadcasts have a host each.
   *
   * @default `broadcast` for a broadcast host or an access key that begins with `PM-B-`, else `transactional`
   * @see https://postmarkapp.com/support/article/811-what-are-the-smtp-details-api-tokens-i-should-be-using
   */
  readonly streamType?: "transactional" | "broadcast" | undefined;
  /** Private certificate authorities and the like. Cannot weaken what is required. */
  readonly tls?: TransportTlsOptions | undefined;
  /**
   * Most connections open at once, shared by all callers; 1 to 100. Postmark recommends at most
   * ten per IP address, across all processes; above ten a process warning says so.
   * Where a server takes fewer, messages wait for those there are, and after a while one more is tried.
   *
   * @default 10
   * @see https://postmarkapp.com/support/article/do-we-have-rate-limits-for-smtp
   */
  readonly maxConnections?: number | undefined;
  /** Messages after which a connection is replaced, at least 1. Postmark documents no limit. @default 1000 */
  readonly maxMessagesPerConnection?: number | undefined;
  /** Milliseconds after which an unused connection is closed. Postmark documents no limit of its own. @default 60_000 */
  readonly idleTimeoutMs?: number | undefined;
  /**
   * Longest wait in milliseconds for each of: the look-up of the name, a connection with each of its
   * addresses, the greeting, TLS, the login, the reply to a command, and progress while a message is
   * written. None of them can make a second copy. The first reply on a connection that was used
   * before may take two seconds of it, or four times what it took there before; then a new one is opened.
   *
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Longest wait in milliseconds for the answer to a whole message. Giving up here leaves it
   * unknown whether the server has the message, so a short time manufactures duplicates.
   *
   * @default 600_000, as RFC 5321 §4.5.3.2.6 asks
   */
  readonly finalDotTimeoutMs?: number | undefined;
  /** How often a message that was certainly not sent is tried again after a passing failure; 0 to 20. @default 3 */
  readonly retries?: number | undefined;
  /** Most messages handed over per second, over all connections; above 0. @default no limit */
  readonly maxMessagesPerSecond?: number | undefined;
  /** Longest time in milliseconds that `close()` lets what is under way finish. @default 30_000 */
  readonly closeGraceMs?: number | undefined;
  /** Told of connections, attempts, retries and deliveries; never of a secret. What it throws becomes a process warning. */
  readonly onEvent?: ((event: TransportEvent) => void) | undefined;
  /**
   * Told of each command and each reply, as they stand on the wire: for showing why a server
   * refused. What belongs to a login is masked, the message itself left out. Costs time; leave it
   * out for bulk. What it throws becomes a process warning.
   */
  readonly onDialogue?: ((line: DialogueLine) => void) | undefined;
  /** Time for back-off, rate limit and timings. Deadlines of network calls use real timers. @default the machine's own */
  readonly clock?: Clock | undefined;
  /** Random number in [0, 1) for the jitter of retries. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** What may be said about TLS. */
export interface TransportTlsOptions {
  /** Certificates, in PEM, of the authorities to trust in place of the well-known ones. */
  readonly ca?: string | readonly string[] | undefined;
  /**
   * Whether STARTTLS and a valid certificate are required. Only a loopback address can do without.
   *
   * @default true, except for a loopback address without `ca`
   */
  readonly required?: boolean | undefined;
}

/** Where to connect, for the forms that do not say it in a URL. */
export interface TransportAddressOptions {
  /** Host to connect to. @default Postmark's host for the stream type */
  readonly host?: string | undefined;
  /** Postmark listens on 587, 2525 and 25; 465 is refused. @default 587 */
  readonly port?: number | undefined;
}

/** A Postmark server's API token, which is both user name and password. It can do all that the server's API can. */
export interface ServerTokenOptions extends CommonTransportOptions, TransportAddressOptions {
  readonly serverToken: string;
  /**
   * Sends the letter `x` as password in place of the token. A tutorial in circulation shows this
   * form; Postmark documents it nowhere, and a process warning says so. @default the token
   */
  readonly password?: "x" | undefined;
  /**
   * Writes the token into every message as `X-Postmark-Server-Token`, where its readers may find it.
   * The same tutorial calls it essential; on SMTP it does nothing. A process warning says so. @default false
   */
  readonly tokenHeader?: boolean | undefined;
  readonly accessKey?: undefined;
  readonly secretKey?: undefined;
  readonly url?: undefined;
}

/** An SMTP token: bound to one message stream, and harmless to the rest of the API when it leaks. */
export interface SmtpTokenOptions extends CommonTransportOptions, TransportAddressOptions {
  /** The user name of the token. */
  readonly accessKey: string;
  /** The password of the token, which Postmark shows once. */
  readonly secretKey: string;
  readonly serverToken?: undefined;
  readonly password?: undefined;
  readonly tokenHeader?: undefined;
  readonly url?: undefined;
}

/** Another server, such as the local inbox. */
export interface UrlOptions extends CommonTransportOptions {
  /** `smtp://host:port`, or `smtp://user:password@host:port` with both percent-encoded. The port is 587 when left out. */
  readonly url: string;
  readonly serverToken?: undefined;
  readonly password?: undefined;
  readonly tokenHeader?: undefined;
  readonly accessKey?: undefined;
  readonly secretKey?: undefined;
  readonly host?: undefined;
  readonly port?: undefined;
}

/** Options of `createPostmarkTransport`: exactly one form of credentials, and what all share. */
export type PostmarkTransportOptions = ServerTokenOptions | SmtpTokenOptions | UrlOptions;
