import { monotonicMs } from "../../clock.ts";
import type { Sender } from "../../sender/sender.ts";
import type { Database } from "../database/database.ts";
import { isPassing } from "../database/database-error.ts";
import type { OutboxSettings } from "../settings.ts";
import { attempt } from "./attempt.ts";
import {
  claimProbe,
  noteFailedProbe,
  noteHealth,
  pauseChannel,
  resumeChannel,
} from "./channel-pause.ts";
import { type ClaimedMessage, claimMessages } from "./claim.ts";
import type { Lease } from "./lease.ts";
import { type Outcome, withoutWords } from "./outcome.ts";
import type { Settle, Settled } from "./settle.ts";
import { negotiateShare } from "./shares.ts";
import { Vigil } from "./vigil.ts";

/** Pause before an outcome is written again, where the database does not answer. */
const settleAgainMs = 500;

/** What the runners of a worker share. */
export interface WorkerContext {
  readonly database: Database;
  readonly settings: OutboxSettings;
  readonly lease: Lease;
  readonly settle: Settle;
  /** Most messages under way at once, of each sender. */
  readonly concurrency: number;
  /** Aborts what is being sent: the lease is ending, or the grace is over. */
  readonly abandon: () => AbortSignal;
  /** Told of each error that is not the message's. */
  readonly onError: (error: unknown) => void;
}

/** Claims and delivers the messages of one sender. */
export class ChannelRunner {
  readonly #context: WorkerContext;
  readonly #name: string;
  readonly #sender: Sender;
  readonly #underWay = new Set<Promise<void>>();
  readonly #vigil: Vigil;
  #granted = 0;
  #isClaiming = false;
  #isWoken = false;
  #isStopped = false;
  #isSuspect = true;
  /** No message waits for it: those that were claimed together stay together. */
  #clearing: Promise<void> = Promise.resolve();

  constructor(context: WorkerContext, name: string, sender: Sender) {
    this.#context = context;
    this.#name = name;
    this.#sender = sender;
    const { database, lease, settings, onError } = context;
    this.#vigil = new Vigil({
      ...{ database, onError, worker: lease.id, channel: name, clock: settings.clock },
      look: () => this.wake(),
    });
  }

  get name(): string {
    return this.#name;
  }

  /** Claims as much as there is room for, until nothing is due. Safe to call at any time. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isClaiming) return;
    this.#isClaiming = true;
    void this.#claimAll().finally(() => {
      this.#isClaiming = false;
    });
  }

  /** Asks for its part of the connections. */
  async negotiate(): Promise<void> {
    const { database, settings, lease, concurrency } = this.#context;
    const before = this.#granted;
    this.#granted = await negotiateShare(database, {
      ...{ worker: lease.id, channel: this.#name, wanted: concurrency },
      ...{ inUse: this.#underWay.size, limit: settings.maxConnections },
      host: settings.connectionScope === "host" ? lease.host : undefined,
    });
    if (this.#granted > before) this.wake();
  }

  /** Tries the channel, where it is paused and no one else does. */
  async probe(signal: AbortSignal): Promise<void> {
    const { database, settings } = this.#context;
    if (!(await claimProbe(database, this.#name))) return;
    try {
      await this.#sender.verify({ signal });
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      await noteFailedProbe(database, this.#name, reason, settings.probeAfterMs);
      return;
    }
    await resumeChannel(database, this.#name);
    this.#isSuspect = true;
    settings.emit({ type: "resumed", sender: this.#name });
    this.wake();
  }

  /** Claims no more, and resolves when all that is under way is settled. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#vigil.end();
    while (this.#isClaiming || this.#underWay.size > 0) {
      await Promise.all(this.#underWay);
      if (this.#isClaiming) await this.#context.settings.clock.sleep(1);
    }
    await this.#clearing;
  }

  get #room(): number {
    const { concurrency, lease } = this.#context;
    if (this.#isStopped || lease.isEnding) return 0;
    return Math.min(concurrency, this.#granted) - this.#underWay.size;
  }

  async #claimAll(): Promise<void> {
    const { database, settings, lease, onError } = this.#context;
    while (this.#isWoken) {
      // What ends in the same turn leaves its room to one claim.
      await Promise.resolve();
      this.#isWoken = false;
      const limit = this.#room;
      if (limit < 1) return;
      try {
        const messages = await claimMessages(database, {
          ...{ channel: this.#name, worker: lease.id, limit, keyIds: settings.seal.keyIds },
          maxPerSecond: settings.maxPerSecond,
        });
        this.#vigil.noteClaim(messages.length, limit);
        for (const message of messages) this.#begin(message);
        // A full hand: there may be more.
        if (messages.length === limit) this.#isWoken = true;
      } catch (error) {
        onError(error);
      }
    }
  }

  #begin(message: ClaimedMessage): void {
    if (message.state === "expired") {
      this.#tell(message, { state: "expired", reason: undefined }, 0);
      return;
    }
    const task = this.#carry(message).finally(() => {
      this.#underWay.delete(task);
      this.wake();
    });
    this.#underWay.add(task);
  }

  async #carry(message: ClaimedMessage): Promise<void> {
    const { settings, abandon } = this.#context;
    const begunAt = monotonicMs();
    const outcome = await attempt(message, this.#sender, settings, abandon());
    if (outcome.kind === "released" && outcome.isChannelFault) await this.#pause(outcome.reason);
    const settled = await this.#settle(message, outcome);
    if (settled) this.#tell(message, settled, monotonicMs() - begunAt);
    else settings.emit({ type: "fence-lost", id: message.id });
    if (outcome.kind === "accepted" && this.#isSuspect) this.#clearing = this.#clear();
  }

  /** Tries until the database answers: what was sent must not be forgotten. */
  async #settle(message: ClaimedMessage, outcome: Outcome): Promise<Settled> {
    const { settle, settings, abandon, onError } = this.#context;
    let written = outcome;
    for (;;) {
      try {
        return await settle(message, written);
      } catch (error) {
        onError(error);
        // The database has something against what is to be written: the words go, the fact stays.
        if (!isPassing(error)) written = withoutWords(written);
        // No one waits any longer: who comes next finds it abandoned, and looks it up.
        if (this.#isStopped && abandon().aborted) return undefined;
        await settings.clock.sleep(settleAgainMs);
      }
    }
  }

  async #pause(reason: string): Promise<void> {
    const { database, settings, onError } = this.#context;
    try {
      const isNew = await pauseChannel(database, this.#name, reason, settings.probeAfterMs);
      if (isNew) settings.emit({ type: "paused", sender: this.#name, reason });
    } catch (error) {
      onError(error);
    }
  }

  async #clear(): Promise<void> {
    this.#isSuspect = false;
    await noteHealth(this.#context.database, this.#name).catch(this.#context.onError);
  }

  /** @param tookMs since it was claimed */
  #tell(message: ClaimedMessage, { state, reason }: NonNullable<Settled>, tookMs: number): void {
    const { id, attempts } = message;
    const ageMs = message.age_ms + tookMs;
    const sender = this.#name;
    this.#context.settings.emit({ type: "state", id, sender, state, attempts, ageMs, reason });
  }
}
