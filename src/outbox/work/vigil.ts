import { type Clock, monotonicMs } from "../../clock.ts";
import type { Database } from "../database/database.ts";

/** Pause before a look while awake; doubled after each that found nothing, since others look too. */
const lookAfterMs = 20;

/** Longest such pause. */
const maxPauseMs = 160;

/** So long it stays awake after something was found. */
const awakeMs = 500;

/**
 * So long it looks on after it has said that it is asleep: a transaction that read it to be awake
 * says nothing when it commits.
 */
const driftOffMs = 300;

/** So many claims with something in them within {@link awakeMs} wake it up. */
const claimsToWake = 5;

/** What a {@link Vigil} is made with. */
export interface VigilOptions {
  readonly database: Database;
  readonly worker: string;
  readonly channel: string;
  readonly clock: Clock;
  /** Looks for what is due. */
  readonly look: () => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Whether a worker waits to be woken for a channel, or is busy and looks by itself many times a
 * second. Who enqueues need not wake those who are awake, which spares each of its transactions the
 * lock of a NOTIFY.
 */
export class Vigil {
  readonly #options: VigilOptions;
  readonly #ended = new AbortController();
  #claims: number[] = [];
  #claimedAt = 0;
  #pauseMs = lookAfterMs;
  #isAwake = false;

  constructor(options: VigilOptions) {
    this.#options = options;
  }

  /** Notes how many messages a claim gave, of how many it asked for. */
  noteClaim(count: number, limit: number): void {
    const now = monotonicMs();
    this.#claimedAt = now;
    this.#pauseMs = count > 0 ? lookAfterMs : Math.min(this.#pauseMs * 2, maxPauseMs);
    if (count === 0) return;
    this.#claims = [...this.#claims.filter((at) => now - at < awakeMs), now];
    const isBusy = this.#claims.length >= claimsToWake || (count === limit && count > 1);
    if (!isBusy || this.#isAwake || this.#ended.signal.aborted) return;
    this.#isAwake = true;
    void this.#stayAwake().finally(() => {
      this.#isAwake = false;
    });
  }

  end(): void {
    this.#ended.abort();
  }

  async #stayAwake(): Promise<void> {
    await this.#say(false);
    await this.#lookWhile(() => monotonicMs() - (this.#claims.at(-1) ?? 0) < awakeMs);
    // Once the signal has aborted, the worker's row goes: no one reads it any more.
    while (!this.#ended.signal.aborted && !(await this.#say(true))) await this.#lookOnce();
    const asleepAt = monotonicMs();
    await this.#lookWhile(() => monotonicMs() - asleepAt < driftOffMs);
  }

  async #lookWhile(isOn: () => boolean): Promise<void> {
    while (!this.#ended.signal.aborted && isOn()) await this.#lookOnce();
  }

  async #lookOnce(): Promise<void> {
    const { clock, look } = this.#options;
    const pauseMs = this.#pauseMs;
    await clock.sleep(pauseMs, { signal: this.#ended.signal }).catch(() => {});
    // Each message that is done makes room and looks as well.
    if (monotonicMs() - this.#claimedAt >= pauseMs) look();
  }

  /** @returns whether it was written */
  async #say(isAsleep: boolean): Promise<boolean> {
    const { database, worker, channel, onError } = this.#options;
    try {
      await database.run(
        `UPDATE ${database.schema}.shares SET is_asleep = $3 WHERE worker = $1 AND channel = $2`,
        [worker, channel, isAsleep],
        "letterpress-vigil",
      );
      return true;
    } catch (error) {
      onError(error);
      return false;
    }
  }
}
