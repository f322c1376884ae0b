import type { DeliveryError } from "../errors.ts";
import { retryDelayMs } from "./backoff.ts";
import type { ComposedMessage } from "./compose.ts";
import type { Lease } from "./connection-pool.ts";
import { sleep } from "./interruption.ts";
import type { Lending } from "./lending.ts";
import type { TransportLimits } from "./resolve-limits.ts";
import { type DeliveryIds, SmtpFault, toDeliveryError } from "./smtp-fault.ts";
import type { Delivery } from "./transport.ts";
import type { TransportEvent } from "./transport-event.ts";

/** What all deliveries of a transport share. */
export interface DeliveryContext {
  readonly lending: Lending;
  readonly limits: TransportLimits;
  readonly emit: (event: TransportEvent) => void;
}

/** A message that is to be delivered. */
export interface Shipment {
  readonly ids: DeliveryIds;
  /** Makes its bytes; called once, when its turn has come. */
  readonly compose: () => ComposedMessage;
  /** How often it is tried again after a passing failure. */
  readonly retries: number;
}

/** Delivers one message: composed once, and tried until it is taken, refused for good, or unknown. */
export class DeliveryRun {
  readonly #context: DeliveryContext;
  readonly #shipment: Shipment;
  readonly #signal: AbortSignal;
  readonly #startedAt: number;
  #composed: ComposedMessage | undefined;
  /** Counts every time it was tried, on a connection that turned out to be gone too. */
  #attempt = 1;
  /** How many of them count against `retries`. */
  #failureCount = 0;
  /** Whether the next connection must be a new one. */
  #needsFresh = false;

  constructor(context: DeliveryContext, shipment: Shipment, signal: AbortSignal) {
    this.#context = context;
    this.#shipment = shipment;
    this.#signal = signal;
    this.#startedAt = context.limits.clock.now();
  }

  /**
   * Runs it, once.
   *
   * @throws {DeliveryError} when no recipient was accepted, or when it is not known
   * @throws {InvalidMessageError} when the composed message cannot be sent
   */
  async run(): Promise<Delivery> {
    let delivery: Delivery | undefined;
    while (!delivery) delivery = await this.#try();
    return delivery;
  }

  /** @returns nothing when the next attempt is due */
  async #try(): Promise<Delivery | undefined> {
    const { lending } = this.#context;
    let lease: Lease | undefined;
    try {
      return await lending.use(this.#signal, async (borrow) => {
        this.#composed ??= this.#shipment.compose();
        lease = await borrow(this.#needsFresh);
        return await this.#send(this.#composed, lease);
      });
    } catch (error) {
      if (!SmtpFault.is(error)) throw error;
      await this.#recover(error, lease);
      return undefined;
    }
  }

  async #send(composed: ComposedMessage, lease: Lease): Promise<Delivery> {
    const { emit } = this.#context;
    const { messageId } = this.#shipment.ids;
    const { connectionId, reused, session } = lease;
    emit({ type: "attempt", messageId, attempt: this.#attempt, connectionId, reused });
    const { timingsMs, ...result } = await session.send(composed, this.#signal);
    emit({
      ...{ type: "delivered", messageId, attempt: this.#attempt, connectionId, timingsMs },
      sizeBytes: composed.bytes.length,
      acceptedCount: result.accepted.length,
      rejectedCount: result.rejected.length,
      totalMs: this.#elapsedMs(),
    });
    return { messageId, ...result, attempts: this.#attempt, timingsMs };
  }

  /** Waits until the next attempt is due, or throws because there is to be none. */
  async #recover(fault: SmtpFault, lease: Lease | undefined): Promise<void> {
    const error = toDeliveryError(fault, "deliver", this.#shipment.ids);
    const { limits } = this.#context;
    if (isStale(fault, lease)) {
      this.#needsFresh = true;
      if (fault.details.kind === "timeout") this.#context.lending.distrustIdle();
      this.#emitRetry(error, 0);
      this.#attempt += 1;
      return;
    }
    this.#failureCount += 1;
    if (!mayRetry(fault) || this.#failureCount > this.#shipment.retries) {
      const { messageId } = this.#shipment.ids;
      const totalMs = this.#elapsedMs();
      this.#context.emit({ type: "failed", messageId, attempt: this.#attempt, error, totalMs });
      throw error;
    }
    const delayMs = retryDelayMs(this.#failureCount, limits.random());
    this.#emitRetry(error, delayMs);
    this.#attempt += 1;
    this.#needsFresh = false;
    await this.#wait(delayMs);
  }

  async #wait(delayMs: number): Promise<void> {
    try {
      await sleep(this.#context.limits.clock, delayMs, this.#signal, "connect");
    } catch (error) {
      if (!SmtpFault.is(error)) throw error;
      throw toDeliveryError(error, "deliver", this.#shipment.ids);
    }
  }

  #emitRetry(error: DeliveryError, delayMs: number): void {
    const { messageId } = this.#shipment.ids;
    this.#context.emit({ type: "retry", messageId, attempt: this.#attempt, delayMs, error });
  }

  #elapsedMs(): number {
    return this.#context.limits.clock.now() - this.#startedAt;
  }
}

/**
 * Whether it was only that a used connection had ended, which servers do between messages: after a
 * while, after a number of messages (421), or without a word; or that a word between two messages
 * has put its answers out of step. A new one is opened at once.
 */
function isStale({ details }: SmtpFault, lease: Lease | undefined): boolean {
  if (!lease?.reused || !details.connectionLost || details.outcome !== "not-sent") return false;
  if (details.kind === "protocol") return true;
  if (details.smtpCode !== undefined) return details.smtpCode === 421;
  return details.stage === "mail" && (details.kind === "connection" || details.kind === "timeout");
}

/** A time-out is not tried again: its caller has waited as long as the options allow. */
function mayRetry({ details }: SmtpFault): boolean {
  return details.transient && details.outcome === "not-sent" && details.kind !== "timeout";
}
