import {
  ConnectionOpener,
  type OpenedConnection,
  type OpenerSettings,
} from "./connection-opener.ts";
import { crowdedFault } from "./interruption.ts";
import { Line } from "./line.ts";
import type { SmtpSession } from "./smtp-session.ts";
import type { ConnectionCloseReason } from "./transport-event.ts";

/** Longest wait for a server to answer QUIT. */
const quitTimeoutMs = 1_000;

/** How many time-outs of a command those who wait in line let pass without a single message getting through. */
const patienceFactor = 6;

/** What a pool needs to know. */
export interface PoolSettings extends OpenerSettings {
  readonly idleTimeoutMs: number;
  readonly maxMessagesPerConnection: number;
}

/** A connection lent to one caller. */
export interface Lease extends OpenedConnection {
  /** Whether it had carried a message before. */
  readonly reused: boolean;
}

interface Idle {
  readonly lease: Lease;
  /** By the clock when it was given back. */
  readonly since: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * The connections that are open. How many there are is first the business of who borrows: one per
 * borrower, for an idle connection is lent again before a new one is opened. Where the server takes
 * fewer, who comes too late waits for one to be given back.
 */
export class ConnectionPool {
  readonly #settings: PoolSettings;
  readonly #opener: ConnectionOpener;
  readonly #idle: Idle[] = [];
  /** Granted nothing when it is worth a look again. */
  readonly #line = new Line<Lease | undefined>("connect");
  #isClosed = false;
  #givenBackCount = 0;
  #watch: NodeJS.Timeout | undefined;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#opener = new ConnectionOpener({
      ...settings,
      onUnreachable: (fault) => {
        this.#line.refuseAll(fault);
        settings.onUnreachable(fault);
      },
    });
  }

  /**
   * Lends an idle connection, the one used last, or opens one, or waits for one.
   *
   * @param fresh whether it should be a new one: the server has just ended an idle one
   * @throws {SmtpFault} when a connection cannot be opened and none is open
   */
  async borrow(fresh: boolean, signal: AbortSignal): Promise<Lease> {
    for (;;) {
      const lease = this.#takeIdle(fresh) ?? (await this.#openOrWait(signal));
      if (lease) return lease;
    }
  }

  /** Takes a connection back, once it is settled what it carried. One that is of no more use is closed. */
  async giveBack(lease: Lease): Promise<void> {
    const { session } = lease;
    await session.settle();
    if (!session.isUsable) return await this.#close(lease, "fault");
    this.#givenBackCount += 1;
    if (session.messageCount >= this.#settings.maxMessagesPerConnection) {
      return await this.#close(lease, "spent");
    }
    if (this.#line.serveFirst({ ...lease, reused: true })) return;
    if (this.#isClosed) return await this.#close(lease, "closed");
    const timer = setTimeout(() => this.#drop(session, "idle"), this.#settings.idleTimeoutMs);
    timer.unref();
    session.rest(() => this.#drop(session, "server"));
    this.#idle.push({ lease, since: this.#settings.clock.now(), timer });
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

  #takeIdle(fresh: boolean): Lease | undefined {
    // Where there can be no other, an old one is better than none.
    if (fresh && this.#opener.mayOpen) return undefined;
    this.#dropOverdue();
    const idle = this.#idle.pop();
    if (!idle) return undefined;
    clearTimeout(idle.timer);
    idle.lease.session.wake();
    return { ...idle.lease, reused: true };
  }

  /** In a process that was frozen no timer has fired; the clock tells how long a connection was idle. */
  #dropOverdue(): void {
    const { clock, idleTimeoutMs } = this.#settings;
    const oldest = clock.now() - idleTimeoutMs;
    // The longest idle comes first.
    for (let first = this.#idle[0]; first && first.since < oldest; first = this.#idle[0]) {
      this.#drop(first.lease.session, "idle");
    }
  }

  async #openOrWait(signal: AbortSignal): Promise<Lease | undefined> {
    if (!this.#opener.mayOpen) {
      this.#watchLine();
      return await this.#line.wait(signal);
    }
    try {
      const opened = await this.#opener.open(signal);
      return opened && { ...opened, reused: false };
    } finally {
      this.#rouse();
    }
  }

  /**
   * No one waits for connections that stand still: the answer to a whole message may take minutes,
   * and then it may be that the server is gone.
   */
  #watchLine(): void {
    if (this.#watch) return;
    const { server, timeoutMs } = this.#settings.session;
    const patienceMs = patienceFactor * timeoutMs;
    const before = this.#givenBackCount;
    this.#watch = setTimeout(() => {
      this.#watch = undefined;
      if (this.#line.isEmpty) return;
      if (this.#givenBackCount > before) this.#watchLine();
      else this.#line.refuseAll(crowdedFault(server.name, patienceMs));
    }, patienceMs);
    this.#watch.unref();
  }

  /** Lets those look again who could now open a connection themselves. */
  #rouse(): void {
    if (this.#opener.mayOpen) this.#line.serveAll(undefined);
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
    this.#opener.noteEnd();
    this.#settings.emit({ type: "connection-closed", connectionId, reason, messageCount });
    this.#rouse();
  }
}
