import type { ConnectionPool, Lease } from "./connection-pool.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Slots } from "./slots.ts";

/** Opens a connection or takes an idle one; called at most once in each use. */
export type Borrow = (fresh: boolean) => Promise<Lease>;

/** Lends connections in turn: no more at once than there are slots, no faster than the rate allows. */
export class Lending {
  readonly #pool: ConnectionPool;
  readonly #slots: Slots;
  readonly #rateLimit: RateLimit | undefined;
  /** Connections on their way back. */
  readonly #returning = new Set<Promise<void>>();

  constructor(pool: ConnectionPool, slots: Slots, rateLimit: RateLimit | undefined) {
    this.#pool = pool;
    this.#slots = slots;
    this.#rateLimit = rateLimit;
  }

  /**
   * Waits for its turn and lets `work` borrow a connection, which is taken back afterwards.
   *
   * @throws {SmtpFault} when the signal aborts before, and whatever `work` throws
   */
  async use<T>(signal: AbortSignal, work: (borrow: Borrow) => Promise<T>): Promise<T> {
    await this.#rateLimit?.wait(signal);
    const release = await this.#slots.take(signal);
    let lease: Lease | undefined;
    try {
      return await work(async (fresh) => {
        lease = await this.#pool.borrow(fresh, signal);
        return lease;
      });
    } finally {
      if (lease) this.#takeBack(lease, release);
      else release();
    }
  }

  /** Ends the idle connections: one of their kind fell silent. */
  distrustIdle(): void {
    void this.#pool.closeIdle("server");
  }

  /** Ends every connection that is not lent, once those on their way back have come. */
  async close(): Promise<void> {
    await this.#pool.close();
    await Promise.all(this.#returning);
  }

  /** The slot stays taken until the connection is ready again or gone; no one else waits for that. */
  #takeBack(lease: Lease, release: () => void): void {
    const returning = this.#pool.giveBack(lease).finally(() => {
      this.#returning.delete(returning);
      release();
    });
    this.#returning.add(returning);
  }
}
