import type { Message } from "../message/message.ts";
import type { ComposedMessage } from "./compose.ts";
import { ConnectionPool } from "./connection-pool.ts";
import { DeliveryRun, type Shipment } from "./delivery-run.ts";
import type { DialogueRecord } from "./dialogue.ts";
import { abortFault, transportClosed } from "./interruption.ts";
import { Lending } from "./lending.ts";
import { RateLimit } from "./rate-limit.ts";
import type { TransportLimits } from "./resolve-limits.ts";
import type { ServerSettings } from "./server-settings.ts";
import { Slots } from "./slots.ts";
import { metadataIdOf, SmtpFault, toDeliveryError } from "./smtp-fault.ts";
import type { Delivery, Transport } from "./transport.ts";
import type { DialogueLine } from "./transport-event.ts";
import { Undertakings } from "./undertakings.ts";
import { finalDot, toWire } from "./wire.ts";

const dot = Buffer.from(finalDot);

/** The transport over a pool of connections to one server, whatever makes the bytes it sends. */
export function createSmtpTransport(
  server: ServerSettings,
  limits: TransportLimits,
  compose: (message: Message) => ComposedMessage,
): Transport {
  const { clock, random, timeoutMs, finalDotTimeoutMs } = limits;
  const emit = guarded("onEvent", limits.onEvent);
  const slots = new Slots(limits.maxConnections);
  const pool = new ConnectionPool({
    session: {
      ...{ server, timeoutMs, finalDotTimeoutMs },
      now: () => clock.now(),
      openRecord: recordsFor(limits.onDialogue),
    },
    idleTimeoutMs: limits.idleTimeoutMs,
    maxMessagesPerConnection: limits.maxMessagesPerConnection,
    emit,
    clock,
    random,
    onUnreachable: (fault) => slots.refuse(fault),
  });
  const perSecond = limits.maxMessagesPerSecond;
  const rateLimit = perSecond === undefined ? undefined : new RateLimit(perSecond, clock);
  const lending = new Lending(pool, slots, rateLimit);
  const undertakings = new Undertakings();
  const context = { lending, limits, emit };
  let closing: Promise<void> | undefined;
  const ship = async (shipment: Shipment, signal: AbortSignal | undefined): Promise<Delivery> => {
    if (closing) {
      throw toDeliveryError(abortFault(transportClosed, "compose"), "deliver", shipment.ids);
    }
    return await undertakings.carry(signal, (linked) =>
      new DeliveryRun(context, shipment, linked).run(),
    );
  };

  return {
    name: server.name,
    deliver(message, { signal } = {}) {
      const ids = { messageId: message.messageId, metadataId: metadataIdOf(message) };
      return ship({ ids, compose: () => compose(message), retries: limits.retries }, signal);
    },
    compose,
    deliverComposed({ bytes, from, to, ...ids }, { signal } = {}) {
      const composed = { bytes, from, to, wire: toWire(Buffer.concat([bytes, dot])) };
      return ship({ ids, compose: () => composed, retries: 0 }, signal);
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

/** Numbers the connections for who wants to hear what is said on them. */
function recordsFor(listener: ((line: DialogueLine) => void) | undefined) {
  if (!listener) return undefined;
  const tell = guarded("onDialogue", listener);
  let count = 0;
  return (): DialogueRecord => {
    count += 1;
    const connection = count;
    return (from, text) => tell({ connection, from, text });
  };
}

/** A listener that throws must not touch a delivery: what it throws becomes a process warning. */
function guarded<T>(name: string, listener: ((value: T) => void) | undefined) {
  return (value: T): void => {
    try {
      listener?.(value);
    } catch (error) {
      process.emitWarning(`The transport's '${name}' threw: ${String(error)}`, {
        type: "LetterpressWarning",
        code: "LETTERPRESS_ON_EVENT",
      });
    }
  };
}
