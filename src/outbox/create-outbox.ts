import { isMailError, OutboxError } from "../errors.ts";
import type { SendInput } from "../sender/send-input.ts";
import type { Sender } from "../sender/sender.ts";
import { changeState } from "./care/change-state.ts";
import { exportMessages } from "./care/export-messages.ts";
import { getMessage, listMessages } from "./care/find-messages.ts";
import { readStatus } from "./care/read-status.ts";
import { recordEvent } from "./care/record-event.ts";
import { type Database, openDatabase } from "./database/database.ts";
import { isPassing, toOutboxError } from "./database/database-error.ts";
import { gather } from "./database/gather.ts";
import { migrate } from "./database/migrate.ts";
import { type Draft, makeDraft, splitByRecipient } from "./enqueue/draft.ts";
import { enqueueMany } from "./enqueue/enqueue-many.ts";
import { checkEnqueueOptions, type EnqueueOptions } from "./enqueue/enqueue-options.ts";
import { type Enqueued, insertDrafts, orThrow } from "./enqueue/insert-drafts.ts";
import type { Outbox } from "./outbox.ts";
import type { OutboxEvent } from "./outbox-event.ts";
import type { OutboxOptions } from "./outbox-options.ts";
import { readSettings } from "./settings.ts";
import { createSuppressionStore } from "./stores/create-suppression-store.ts";
import { createWebhookStore } from "./stores/create-webhook-store.ts";
import { adaptTransaction } from "./transaction/adapt-transaction.ts";
import { startMetrics } from "./work/metrics.ts";
import { readWorkOptions } from "./work/work-options.ts";
import { runWorker } from "./work/worker.ts";

/**
 * Creates the outbox of an app. It connects, and makes its tables, when it is used first.
 *
 * @throws {TypeError | RangeError} when an option is wrong
 * @example
 * const outbox = createOutbox({ url: process.env.DATABASE_URL ?? "embedded:.letterpress/outbox", sender });
 * await outbox.enqueue({ email: welcome, props, to }, { key: `welcome/${user.id}` });
 * await outbox.work({ signal });
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const settings = readSettings(options);
  const database = openDatabase({
    ...{ url: options.url, schema: options.schema ?? "letterpress", clock: options.clock },
    maxConnections: options.maxDatabaseConnections ?? 10,
  });
  let migrating: Promise<void> | undefined;
  const open = async (): Promise<Database> => {
    migrating ??= migrate(database).catch((error) => {
      migrating = undefined;
      throw error;
    });
    await migrating;
    return database;
  };
  /** What is done on an open database, its errors in our words. */
  const on = async <Value>(action: string, work: (database: Database) => Promise<Value>) => {
    const opened = await open();
    try {
      return await work(opened);
    } catch (error) {
      throw error instanceof RangeError ? error : toOutboxError(action, error);
    }
  };
  const findSender = (name: string | undefined): readonly [string, Sender] => {
    const { senders } = settings;
    const chosen = name ?? (senders.size === 1 ? [...senders.keys()][0] : "default") ?? "default";
    const sender = senders.get(chosen);
    if (sender) return [chosen, sender];
    throw new TypeError(
      `Option 'sender' is "${chosen}"; give one of: ${[...senders.keys()].join(", ")}`,
    );
  };
  const draft = (input: SendInput<object>, itemOptions: EnqueueOptions): Promise<Draft> => {
    checkEnqueueOptions(itemOptions);
    const [channel, sender] = findSender(itemOptions.sender);
    const nowMs = settings.clock.now();
    return makeDraft(input, itemOptions, { sender, channel, seal: settings.seal, nowMs });
  };
  const insert = async (drafts: readonly Draft[], tx: unknown): Promise<readonly Enqueued[]> => {
    // Before anything else: a caller's transaction must not fail because a table is missing.
    const opened = await open();
    const runner = tx === undefined ? opened : adaptTransaction(tx);
    return (await insertDrafts(runner, opened.schema, drafts)).map(orThrow);
  };
  const insertGathered = gather<Draft, Enqueued | OutboxError>(
    async (drafts) => insertDrafts(await open(), database.schema, drafts),
    {
      ...{ atOnce: 2, maxItems: 50, maxSize: 2_000_000, sizeOf: ({ bytes }) => bytes.length },
      isOnes: (error) => !(isMailError(error) && isPassing(error.cause)),
    },
  );

  return {
    async ready() {
      await open();
    },
    async enqueue(input, enqueueOptions = {}) {
      const made = await draft(input as SendInput<object>, enqueueOptions);
      if (enqueueOptions.tx === undefined) return orThrow(await insertGathered(made));
      const [enqueued] = await insert([made], enqueueOptions.tx);
      return orThrow(enqueued);
    },
    async enqueueEach(input, enqueueOptions = {}) {
      const { key } = enqueueOptions;
      const drafts: Draft[] = [];
      for (const each of splitByRecipient(input as SendInput<object>)) {
        const address =
          typeof each.to === "string" ? each.to : (each.to as { address: string }).address;
        const itemOptions = key === undefined ? {} : { key: `${key}/${address}` };
        drafts.push(await draft(each.input, { ...enqueueOptions, ...itemOptions }));
      }
      return insert(drafts, enqueueOptions.tx);
    },
    enqueueMany: (items, manyOptions = {}) =>
      enqueueMany(items, manyOptions, {
        draft,
        insert: (drafts) => insert(drafts, manyOptions.tx),
      }),
    async work(workOptions = {}) {
      const workSettings = readWorkOptions(workOptions);
      await openWhenThere(open, settings, workOptions.signal);
      const signal = workOptions.signal ?? new AbortController().signal;
      if (signal.aborted) return;
      const metrics = await startMetrics(() => readStatus(database, settings));
      const emit = (event: OutboxEvent) => {
        metrics.note(event);
        settings.emit(event);
      };
      await runWorker(database, { ...settings, emit }, workSettings, signal).finally(metrics.end);
    },
    status: () => on("read the status", (opened) => readStatus(opened, settings)),
    list: (filter = {}) => on("list messages", (opened) => listMessages(opened, filter)),
    async *export(filter = {}) {
      const opened = await open();
      try {
        yield* exportMessages(opened, filter);
      } catch (error) {
        throw toOutboxError("export messages", error);
      }
    },
    get: (id) => on("read a message", (opened) => getMessage(opened, settings.seal, id)),
    retry: (id) => on("retry", (opened) => changeState(opened, id, "retry")),
    cancel: (id) => on("cancel", (opened) => changeState(opened, id, "cancel")),
    release: (id, { sent = false } = {}) =>
      on("release", (opened) => changeState(opened, id, sent ? "mark as sent" : "release")),
    record: (event) => on("record an event", (opened) => recordEvent(opened, event)),
    webhookStore: createWebhookStore(open),
    suppressionStore: createSuppressionStore(open),
    close: () => database.close(),
  };
}

/** Pause before the next try, where the database does not answer. */
const openAgainMs = 1_000;

/** A worker that starts before the database does waits for it. */
async function openWhenThere(
  open: () => Promise<unknown>,
  { clock, emit }: ReturnType<typeof readSettings>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let isTold = false;
  while (!signal?.aborted) {
    try {
      await open();
      return;
    } catch (error) {
      if (!(error instanceof OutboxError) || !isWorthWaiting(error)) throw error;
      if (!isTold) emit({ type: "database", isThere: false, error });
      isTold = true;
      await clock.sleep(openAgainMs, { signal }).catch(() => {});
    }
  }
}

function isWorthWaiting({ kind, cause }: OutboxError): boolean {
  return kind === "database" && isPassing(cause);
}
