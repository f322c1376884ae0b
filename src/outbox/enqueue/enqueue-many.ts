import type { SendInput } from "../../sender/send-input.ts";
import type { EnqueueItem, EnqueueManyOptions } from "../outbox.ts";
import type { Draft } from "./draft.ts";
import type { EnqueueOptions } from "./enqueue-options.ts";
import type { Enqueued } from "./insert-drafts.ts";

/** What is done with the items. */
export interface EnqueueSteps {
  draft(input: SendInput<object>, options: EnqueueOptions): Promise<Draft>;
  insert(drafts: readonly Draft[]): Promise<readonly Enqueued[]>;
}

/** Most octets of the messages in one batch, so that no statement grows beyond all bounds. */
const maxBatchBytes = 16_000_000;

/**
 * Makes the rows of many messages and inserts them, batch by batch.
 *
 * @throws {RangeError} when `batchSize` is not a whole number above 0
 */
export async function enqueueMany<Props extends object>(
  items: Iterable<EnqueueItem<Props>> | AsyncIterable<EnqueueItem<Props>>,
  { batchSize = 100, signal }: EnqueueManyOptions,
  { draft, insert }: EnqueueSteps,
): Promise<readonly Enqueued[]> {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`Option 'batchSize' is ${batchSize}; give a whole number above 0`);
  }
  const enqueued: Enqueued[] = [];
  let batch: Draft[] = [];
  let bytes = 0;
  const flush = async () => {
    enqueued.push(...(await insert(batch)));
    batch = [];
    bytes = 0;
  };
  for await (const { message, ...options } of items) {
    signal?.throwIfAborted();
    const made = await draft(message as unknown as SendInput<object>, { ...options, signal });
    batch.push(made);
    bytes += made.size_bytes;
    if (batch.length >= batchSize || bytes >= maxBatchBytes) await flush();
  }
  if (batch.length > 0) await flush();
  return enqueued;
}
