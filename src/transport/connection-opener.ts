import type { Clock } from "../clock.ts";
import { reconnectDelayMs } from "./backoff.ts";
import { Ceiling } from "./ceiling.ts";
import type { SessionSettings } from "./dialogue.ts";
import { isOwnDoing, sleep } from "./interruption.ts";
import { SmtpFault, toDeliveryError } from "./smtp-fault.ts";
import { SmtpSession } from "./smtp-session.ts";
import type { TransportEvent } from "./transport-event.ts";

/**
 * How long in milliseconds a server may be away that had a connection with us just before: it
 * restarts, or has not yet noticed that the connection is gone and counts it against its limit.
 */
const absenceMs = 5_000;

/** What opening connections takes. */
export interface OpenerSettings {
  readonly session: SessionSettings;
  readonly emit: (event: TransportEvent) => void;
  readonly clock: Clock;
  readonly random: () => number;
  /** Told when no connection is open and none can be had: what meets one caller meets all. */
  readonly onUnreachable: (fault: SmtpFault) => void;
}

/** A connection that was opened. */
export interface OpenedConnection {
  readonly session: SmtpSession;
  readonly connectionId: number;
}

/** Opens connections, and knows how many there are, how many may be, and how many failed in a row. */
export class ConnectionOpener {
  readonly #settings: OpenerSettings;
  readonly #ceiling: Ceiling;
  #connectionCount = 0;
  #openCount = 0;
  #openingCount = 0;
  #failures = 0;
  #mayPassSoon = true;
  #lastEndAt: number | undefined;

  constructor(settings: OpenerSettings) {
    this.#settings = settings;
    this.#ceiling = new Ceiling(settings.clock);
  }

  /**
   * Whether, as far as is known, the server would take one more connection. After a failure one
   * caller tries while the others wait, for what meets one connection meets all.
   */
  get mayOpen(): boolean {
    if (this.#failures > 0) return this.#openingCount === 0;
    return this.#ceiling.allows(this.#openCount, this.#openingCount);
  }

  /** Whether no connection is open and none on its way. */
  get hasNone(): boolean {
    return this.#openCount + this.#openingCount === 0;
  }

  /**
   * Opens a connection.
   *
   * @returns nothing when it could not be had where there are others to wait for, or where there
   *   were a moment ago: then it is worth a look again
   * @throws {SmtpFault} when no connection can be had
   */
  async open(signal: AbortSignal): Promise<OpenedConnection | undefined> {
    try {
      return await this.#openOne(signal);
    } catch (error) {
      if (!SmtpFault.is(error)) throw error;
      if (!this.#mayPass(error)) {
        if (this.hasNone && !isOwnDoing(error)) this.#settings.onUnreachable(error);
        throw error;
      }
      this.#ceiling.lower(this.#openCount);
      return undefined;
    }
  }

  /** Takes note that a connection has ended. */
  noteEnd(): void {
    this.#openCount -= 1;
    this.#lastEndAt = this.#settings.clock.now();
  }

  /** Whether to wait instead of giving up: the server takes connections, if not this one. */
  #mayPass({ details }: SmtpFault): boolean {
    if (!details.transient) return false;
    if (!this.hasNone) return true;
    // Who met silence has waited as long as the options allow.
    if (details.kind === "timeout" || this.#lastEndAt === undefined) return false;
    return this.#settings.clock.now() - this.#lastEndAt < absenceMs;
  }

  async #openOne(signal: AbortSignal): Promise<OpenedConnection> {
    const isProbe = this.#failures > 0;
    this.#openingCount += 1;
    try {
      await this.#coolDown(signal);
      return await this.#connect(signal, isProbe);
    } finally {
      this.#openingCount -= 1;
    }
  }

  async #connect(signal: AbortSignal, isProbe: boolean): Promise<OpenedConnection> {
    const { session: settings, emit } = this.#settings;
    const server = settings.server.name;
    this.#connectionCount += 1;
    const connectionId = this.#connectionCount;
    try {
      const session = await SmtpSession.open(settings, signal);
      this.#openCount += 1;
      this.#failures = 0;
      this.#ceiling.raise(this.#openCount);
      const { isEncrypted: encrypted, openTimingsMs: timingsMs } = session;
      emit({ type: "connection-opened", connectionId, server, encrypted, timingsMs });
      return { session, connectionId };
    } catch (error) {
      if (SmtpFault.is(error)) {
        this.#noteFailure(error, isProbe);
        const failure = toDeliveryError(error, "connect");
        emit({ type: "connection-failed", connectionId, server, error: failure });
      }
      throw error;
    }
  }

  /** Connections that were tried side by side and failed together count as one failure. */
  #noteFailure(fault: SmtpFault, isProbe: boolean): void {
    // Beside others that are open it is only one too many, which is the ceiling's business.
    const isOneTooMany = fault.details.transient && this.#openCount > 0;
    if (isOwnDoing(fault) || isOneTooMany) return;
    if (isProbe || this.#failures === 0) this.#failures += 1;
    this.#mayPassSoon = fault.details.transient;
  }

  async #coolDown(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#settings;
    const delayMs = reconnectDelayMs(this.#failures, random(), this.#mayPassSoon);
    if (delayMs > 0) await sleep(clock, delayMs, signal, "connect");
  }
}
