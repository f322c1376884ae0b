import type { Clock } from "../clock.ts";
import { reconnectDelayMs } from "./backoff.ts";
import type { SessionSettings } from "./dialogue.ts";
import { sleep, unlessAborted } from "./interruption.ts";
import { SmtpFault, toDeliveryError } from "./smtp-fault.ts";
import { SmtpSession } from "./smtp-session.ts";
import type { ConnectionCloseReason, TransportEvent } from "./transport-event.ts";

/** Longest wait for a server to answer QUIT. */
const quitTimeoutMs = 1_000;

/** What a pool needs to know. */
export interface PoolSettings {
  readonly session: SessionSettings;
  readonly idleTimeoutMs: number;
  readonly maxMessagesPerConnection: number;
  readonly emit: (event: TransportEvent) => void;
  readonly clock: Clock;
  readonly random: () => number;
}

/** A connection lent to one caller. */
export interface Lease {
  readonly session: SmtpSession;
  readonly connectionId: number;
  /** Whether it had carried a message before. */
  readonly reused: boolean;
}

interface Idle {
  readonly lease: Lease;
  readonly timer: NodeJS.Timeout;
}

/**
 * The connections that are open. How many there are is the business of who borrows: one per
 * borrower, for an idle connection is lent again before a new one is opened.
 */
export class ConnectionPool {
  readonly #settings: PoolSettings;
  readonly #idle: Idle[] = [];
  #connectionCount = 0;
  #failures = 0;
  #probe: Promise<unknown> | undefined;
  #isClosed = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
  }

  /**
   * Lends an idle connection, the one used last, or opens one.
   *
   * @param fresh whether it must be a new one: the server has just ended an idle one
   * @throws {SmtpFault} when a connection cannot be opened
   */
  async borrow(fresh: boolean, signal: AbortSignal): Promise<Lease> {
    const idle = fresh ? undefined : this.#idle.pop();
    if (!idle) return await this.#open(signal);
    clearTimeout(idle.timer);
    idle.lease.session.wake();
    return { ...idle.lease, reused: true };
  }

  /** Takes a connection back, once it is settled what it carried. One that is of no more use is closed. */
  async giveBack(lease: Lease): Promise<void> {
    const { session } = lease;
    await session.settle();
    if (!session.isUsable) return await this.#close(lease, "fault");
    if (this.#isClosed) return await this.#close(lease, "closed");
    if (session.messageCount >= this.#settings.maxMessagesPerConnection) {
      return await this.#close(lease, "spent");
    }
    const timer = setTimeout(() => this.#drop(session, "idle"), this.#settings.idleTimeoutMs);
    timer.unref();
    session.rest(() => this.#drop(session, "server"));
    this.#idle.push({ lease, timer });
  }

  /** Ends every idle connection: one of their kind fell silent, and each would cost a time-out to find out. */
  async closeIdle(reason: ConnectionCloseReason): Promise<void> {
    const all = this.#idle.splice(0);
    for (const { timer } of all) clearTimeout(timer);
    await Promise.all(all.map(({ lease }) => this.#close(lease, reason)));
  }

  /** Ends every idle connection, and from now on each that is given back. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.closeIdle("closed");
  }

  /** After a failure one caller tries while the others wait: what meets one connection meets all. */
  async #open(signal: AbortSignal): Promise<Lease> {
    while (this.#failures > 0 && this.#probe) await unlessAborted(this.#probe, signal, "connect");
    if (this.#failures === 0) return await this.#openOne(signal, false);
    const opening = this.#openOne(signal, true);
    // A caller who gave up says nothing about the server: then the next in line tries.
    const probe = opening.then(ignore, (error: unknown) => {
      if (!SmtpFault.is(error) || !isOwnDoing(error)) throw error;
    });
    probe.catch(ignore);
    this.#probe = probe;
    try {
      return await opening;
    } finally {
      this.#probe = undefined;
    }
  }

  async #openOne(signal: AbortSignal, isProbe: boolean): Promise<Lease> {
    const { session: settings, emit } = this.#settings;
    const { server } = settings;
    await this.#coolDown(signal);
    this.#connectionCount += 1;
    const connectionId = this.#connectionCount;
    try {
      const session = await SmtpSession.open(settings, signal);
      this.#failures = 0;
      const { isEncrypted: encrypted, openTimingsMs: timingsMs } = session;
      emit({
        ...{ type: "connection-opened", connectionId, server: server.name, encrypted, timingsMs },
      });
      return { session, connectionId, reused: false };
    } catch (error) {
      if (SmtpFault.is(error)) {
        // Connections that were tried side by side and failed together count as one failure.
        if (!isOwnDoing(error) && (isProbe || this.#failures === 0)) this.#failures += 1;
        const failure = toDeliveryError(error, "connect");
        emit({ type: "connection-failed", connectionId, server: server.name, error: failure });
      }
      throw error;
    }
  }

  async #coolDown(signal: AbortSignal): Promise<void> {
    const delayMs = reconnectDelayMs(this.#failures, this.#settings.random());
    if (delayMs > 0) await sleep(this.#settings.clock, delayMs, signal, "connect");
  }

  #drop(session: SmtpSession, reason: ConnectionCloseReason): void {
    const index = this.#idle.findIndex((idle) => idle.lease.session === session);
    const [idle] = index < 0 ? [] : this.#idle.splice(index, 1);
    if (!idle) return;
    clearTimeout(idle.timer);
    void this.#close(idle.lease, reason);
  }

  async #close({ session, connectionId }: Lease, reason: ConnectionCloseReason): Promise<void> {
    await session.quit(quitTimeoutMs);
    const { messageCount } = session;
    this.#settings.emit({ type: "connection-closed", connectionId, reason, messageCount });
  }
}

function isOwnDoing(fault: SmtpFault): boolean {
  return fault.details.kind === "aborted" || fault.details.kind === "closed";
}

function ignore(): void {}
