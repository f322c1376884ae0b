import { isOutboxError } from "../../errors.ts";
import type { Database } from "../database/database.ts";
import { senderOfNotice, sharesPayload } from "../database/notices.ts";
import type { OutboxSettings } from "../settings.ts";
import { addChannels } from "./channel-pause.ts";
import { ChannelRunner } from "./channel-runner.ts";
import { Lease } from "./lease.ts";
import { listen } from "./listener.ts";
import { lookUpUncertain } from "./look-up.ts";
import { createSettle } from "./settle.ts";
import { sweep } from "./sweep.ts";
import type { WorkSettings } from "./work-options.ts";

/** How often a lease is renewed while it lasts. */
const renewalsPerLease = 4;

/** Longest time between two sweeps. */
const maxSweepMs = 5_000;

/** Works on an outbox until the signal aborts, and then until all that was under way is settled. */
export async function runWorker(
  database: Database,
  settings: OutboxSettings,
  options: WorkSettings,
  signal: AbortSignal,
): Promise<void> {
  await new Worker(database, settings, options).run(signal);
}

class Worker {
  readonly #database: Database;
  readonly #settings: OutboxSettings;
  readonly #options: WorkSettings;
  readonly #lease: Lease;
  readonly #runners: readonly ChannelRunner[];
  /** Ends the loops: the caller's signal, or tables of a newer version. */
  readonly #end = new AbortController();
  #abandon = new AbortController();
  #isDatabaseThere = true;
  #isShareDue = false;
  #negotiating: Promise<void> | undefined;
  #fatal: unknown;

  constructor(database: Database, settings: OutboxSettings, options: WorkSettings) {
    this.#database = database;
    this.#settings = settings;
    this.#options = options;
    this.#lease = new Lease(database, options.leaseMs);
    const context = {
      ...{ database, settings, lease: this.#lease, concurrency: options.concurrency },
      settle: createSettle(database, settings),
      abandon: () => this.#abandon.signal,
      onError: (error: unknown) => this.#hear(error),
    };
    this.#runners = [...settings.senders].map(
      ([name, sender]) => new ChannelRunner(context, name, sender),
    );
  }

  async run(signal: AbortSignal): Promise<void> {
    const onAbort = () => this.#end.abort();
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
    const { pollMs, leaseMs } = this.#options;
    const sweepMs = Math.min(maxSweepMs, leaseMs / 2);
    const renewing = this.#begin();
    await renewing;
    const loops = [
      this.#repeat(leaseMs / renewalsPerLease, () => this.#renew()),
      this.#repeat(leaseMs / renewalsPerLease / 2, async () => this.#letGoIfEnding()),
      this.#repeat(pollMs, () => this.#poll()),
      this.#repeat(sweepMs, () => this.#sweepAndLookUp()),
      listen(this.#database, this.#settings.clock, this.#end.signal, (payload) =>
        this.#onNotice(payload),
      ),
    ];
    await Promise.all(loops);
    signal.removeEventListener("abort", onAbort);
    await this.#finish();
    if (this.#fatal !== undefined) throw this.#fatal;
  }

  /** The first lease and the first share, as soon as the database answers. */
  async #begin(): Promise<void> {
    const { clock, senders } = this.#settings;
    while (!this.#end.signal.aborted) {
      try {
        await this.#renew();
        await addChannels(this.#database, [...senders.keys()]);
        await this.#negotiate();
        return;
      } catch (error) {
        this.#hear(error);
        await clock.sleep(this.#options.pollMs, { signal: this.#end.signal }).catch(() => {});
      }
    }
  }

  async #repeat(everyMs: number, work: () => Promise<void>): Promise<void> {
    const { clock } = this.#settings;
    const { signal } = this.#end;
    while (!signal.aborted) {
      await work().catch((error) => this.#hear(error));
      // Some sooner, some later: processes that began together do not stay in step.
      const waitMs = everyMs * (0.9 + 0.2 * Math.random());
      await clock.sleep(waitMs, { signal }).catch(() => {});
    }
  }

  async #renew(): Promise<void> {
    await this.#lease.renew();
    this.#noteDatabase(true);
    // What was let go of is settled by itself; what is claimed from now on is ours again.
    if (this.#abandon.signal.aborted) this.#abandon = new AbortController();
    await this.#negotiate();
  }

  /** Others may take over soon: what is being sent must end before. */
  #letGoIfEnding(): void {
    if (!this.#lease.isEnding || this.#abandon.signal.aborted) return;
    this.#abandon.abort(new Error("the database could not be reached for too long"));
  }

  /** One at a time, and once more where it was asked for meanwhile: many workers answer each other. */
  async #negotiate(): Promise<void> {
    this.#isShareDue = true;
    this.#negotiating ??= (async () => {
      while (this.#isShareDue && !this.#end.signal.aborted) {
        this.#isShareDue = false;
        for (const runner of this.#runners) await runner.negotiate();
      }
    })().finally(() => {
      this.#negotiating = undefined;
    });
    await this.#negotiating;
  }

  async #poll(): Promise<void> {
    for (const runner of this.#runners) {
      runner.wake();
      await runner.probe(this.#end.signal);
    }
  }

  async #sweepAndLookUp(): Promise<void> {
    const { emit } = this.#settings;
    await sweep(this.#database, this.#settings);
    const changed = await lookUpUncertain(this.#database, this.#settings, this.#end.signal);
    for (const { channel: sender, ...facts } of changed) {
      emit({ type: "state", sender, ageMs: 0, ...facts });
    }
    if (changed.length > 0) this.#onNotice("");
  }

  #onNotice(payload: string): void {
    if (payload === sharesPayload) void this.#negotiate().catch((error) => this.#hear(error));
    else {
      const sender = senderOfNotice(payload);
      const meant = this.#runners.filter(({ name }) => name === sender);
      for (const runner of meant.length > 0 ? meant : this.#runners) runner.wake();
    }
  }

  #hear(error: unknown): void {
    if (isOutboxError(error) && error.kind === "schema") {
      this.#fatal ??= error;
      this.#end.abort();
    } else if (!this.#end.signal.aborted) this.#noteDatabase(false, error);
  }

  #noteDatabase(isThere: boolean, error?: unknown): void {
    if (this.#isDatabaseThere === isThere) return;
    this.#isDatabaseThere = isThere;
    this.#settings.emit({ type: "database", isThere, ...(isThere ? {} : { error }) });
  }

  /** Lets what is under way finish, its lease renewed meanwhile, and says that this process is gone. */
  async #finish(): Promise<void> {
    const { clock } = this.#settings;
    const done = new AbortController();
    const { graceMs, leaseMs } = this.#options;
    const grace = clock.sleep(graceMs, { signal: done.signal }).then(
      () => this.#abandon.abort(new Error("the worker ends")),
      () => {},
    );
    const renewing = (async () => {
      while (!done.signal.aborted) {
        await this.#lease.renew().catch(() => {});
        const waitMs = leaseMs / renewalsPerLease;
        await clock.sleep(waitMs, { signal: done.signal }).catch(() => {});
      }
    })();
    await Promise.all(this.#runners.map((runner) => runner.stop()));
    done.abort();
    await Promise.all([grace, renewing]);
    await this.#lease.end().catch(() => {});
  }
}
