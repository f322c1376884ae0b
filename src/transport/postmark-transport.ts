import type { Message } from "../message/message.ts";
import { checkOptions } from "./check-options.ts";
import { checkStream } from "./check-stream.ts";
import { compose } from "./compose.ts";
import { ConnectionPool } from "./connection-pool.ts";
import { DeliveryRun } from "./delivery-run.ts";
import { abortFault, transportClosed } from "./interruption.ts";
import { Lending } from "./lending.ts";
import type { PostmarkTransportOptions } from "./postmark-options.ts";
import { RateLimit } from "./rate-limit.ts";
import { resolveLimits, type TransportLimits } from "./resolve-limits.ts";
import { resolveServer } from "./resolve-server.ts";
import { Slots } from "./slots.ts";
import { SmtpFault, toDeliveryError } from "./smtp-fault.ts";
import type { Delivery, Transport } from "./transport.ts";
import type { TransportEvent } from "./transport-event.ts";
import { Undertakings } from "./undertakings.ts";
import { warnOfOptions } from "./warn-of-options.ts";

/**
 * Creates the transport that delivers over SMTP to Postmark, or to the server of a URL.
 *
 * A message is composed once, to bytes; every attempt sends the same. Connections are kept and
 * shared by all callers. What fails in passing before the server can have the message is tried
 * again; when the answer to a whole message never comes, the error's `outcome` is `unknown` and
 * nothing is repeated. Idle connections do not keep the process alive; `close()` says goodbye.
 *
 * @throws {TypeError} when credentials are missing, empty or doubled, or the URL is none
 * @throws {RangeError} when a number is out of its range, or the port is one Postmark lacks
 * @example
 * const transport = createPostmarkTransport({ serverToken: process.env.POSTMARK_SERVER_TOKEN ?? "" });
 * const local = createPostmarkTransport({ url: "smtp://127.0.0.1:2525" });
 * @see https://postmarkapp.com/developer/user-guide/send-email-with-smtp
 */
export function createPostmarkTransport(options: PostmarkTransportOptions): Transport {
  checkOptions(options);
  const server = resolveServer(options);
  const limits = resolveLimits(options);
  warnOfOptions(options);
  const { clock, random, timeoutMs, finalDotTimeoutMs } = limits;
  const emit = createEmitter(limits.onEvent);
  const pool = new ConnectionPool({
    session: { server, timeoutMs, finalDotTimeoutMs, now: () => clock.now() },
    idleTimeoutMs: limits.idleTimeoutMs,
    maxMessagesPerConnection: limits.maxMessagesPerConnection,
    emit,
    clock,
    random,
  });
  const perSecond = limits.maxMessagesPerSecond;
  const rateLimit = perSecond === undefined ? undefined : new RateLimit(perSecond, clock);
  const lending = new Lending(pool, new Slots(limits.maxConnections), rateLimit);
  const undertakings = new Undertakings();
  const extraHeaders =
    options.tokenHeader && server.credentials
      ? [{ name: "X-Postmark-Server-Token", value: server.credentials.reveal().user }]
      : [];
  const context = {
    lending,
    limits,
    emit,
    compose: (message: Message) => compose(message, extraHeaders),
  };
  let closing: Promise<void> | undefined;

  return {
    name: server.name,
    async deliver(message, { signal } = {}): Promise<Delivery> {
      checkStream(message, server);
      const { messageId } = message;
      if (closing)
        throw toDeliveryError(abortFault(transportClosed, "compose"), "deliver", messageId);
      return await undertakings.carry(signal, (linked) =>
        new DeliveryRun(context, message, linked).run(),
      );
    },
    async verify({ signal } = {}): Promise<void> {
      if (closing) throw toDeliveryError(abortFault(transportClosed, "connect"), "connect");
      await undertakings.carry(signal, async (linked) => {
        try {
          await lending.use(linked, (borrow) => borrow(true));
        } catch (error) {
          throw SmtpFault.is(error) ? toDeliveryError(error, "connect") : error;
        }
      });
    },
    close(): Promise<void> {
      closing ??= closeAll(lending, undertakings, limits);
      return closing;
    },
  };
}

async function closeAll(
  lending: Lending,
  undertakings: Undertakings,
  { clock, closeGraceMs }: TransportLimits,
): Promise<void> {
  const idleClosed = lending.close();
  const grace = new AbortController();
  const graceOver = clock.sleep(closeGraceMs, { signal: grace.signal }).catch(() => undefined);
  await Promise.race([undertakings.whenDone(), graceOver]);
  grace.abort();
  undertakings.abort(transportClosed);
  await undertakings.whenDone();
  await idleClosed;
  await lending.close();
}

/** A listener that throws must not touch a delivery: what it throws becomes a process warning. */
function createEmitter(listener: ((event: TransportEvent) => void) | undefined) {
  return (event: TransportEvent): void => {
    try {
      listener?.(event);
    } catch (error) {
      process.emitWarning(`The transport's 'onEvent' threw: ${String(error)}`, {
        type: "LetterpressWarning",
        code: "LETTERPRESS_ON_EVENT",
      });
    }
  };
}
