import type { AnySendInput, SendInput } from "../sender/send-input.ts";
import type { WebhookEvent } from "../webhook/event.ts";
import type { WebhookStore } from "../webhook/store/webhook-store.ts";
import type { SuppressionStore } from "../webhook/suppressions/suppression-store.ts";
import type { ExportedMessage } from "./care/export-messages.ts";
import type { MessageFilter } from "./care/find-messages.ts";
import type { OutboxStatus } from "./care/read-status.ts";
import type { OutboxMessage, OutboxMessageDetails } from "./care/stored-message.ts";
import type { EnqueueOptions } from "./enqueue/enqueue-options.ts";
import type { Enqueued } from "./enqueue/insert-drafts.ts";
import type { MessageState } from "./message-state.ts";
import type { WorkOptions } from "./work/work-options.ts";

/** One message of `enqueueMany`: what `send` takes, and its options. */
export interface EnqueueItem<Props extends object> extends Omit<EnqueueOptions, "tx" | "signal"> {
  readonly message: SendInput<Props> | AnySendInput;
}

/** Options of `enqueueMany`. */
export interface EnqueueManyOptions extends Pick<EnqueueOptions, "tx" | "signal"> {
  /** Most messages that are rendered and inserted at a time. @default 100 */
  readonly batchSize?: number | undefined;
}

/** Options of `release`. */
export interface ReleaseOptions {
  /** Whether it is known that it was sent: then it counts as accepted and nothing is sent. @default false */
  readonly sent?: boolean | undefined;
}

/**
 * A durable record of every message in PostgreSQL: filled in the app's own transactions, worked by
 * any number of processes. A message that was enqueued is not lost, and is not sent twice.
 */
export interface Outbox {
  /**
   * Connects, and brings the tables to this version. What is done first does the same.
   *
   * @throws {OutboxError} when the database cannot be used
   */
  ready(): Promise<void>;
  /**
   * Renders, checks and composes a message now, and stores it: what fails, fails here.
   *
   * @throws {InvalidMessageError | RenderError} as `send` does; nothing is stored
   * @throws {OutboxError} when the database cannot be used, `tx` is no transaction, or the key was used for other content
   * @example
   * await db.transaction(async (tx) => {
   *   await tx.insert(orders).values(order);
   *   await outbox.enqueue({ email: orderConfirmation, props: { order }, to }, { key: `order/${order.id}`, tx });
   * });
   */
  enqueue<Props extends object>(
    input: SendInput<Props>,
    options?: EnqueueOptions,
  ): Promise<Enqueued>;
  /**
   * Enqueues a message for each address of `to`, each written to that one alone, so that a refusal
   * is one recipient's. A key is followed by "/" and the address.
   *
   * @throws as `enqueue` does
   */
  enqueueEach<Props extends object>(
    input: SendInput<Props>,
    options?: EnqueueOptions,
  ): Promise<readonly Enqueued[]>;
  /**
   * Enqueues many messages, a batch by one statement. Without `tx` each batch is a transaction of
   * its own: when one fails, those before it are stored; keys make a repetition safe.
   *
   * @throws as `enqueue` does
   */
  enqueueMany<Props extends object>(
    items: Iterable<EnqueueItem<Props>> | AsyncIterable<EnqueueItem<Props>>,
    options?: EnqueueManyOptions,
  ): Promise<readonly Enqueued[]>;
  /**
   * Sends what is due until the signal aborts. Any number of processes may. A database that goes
   * away does not end it.
   *
   * @throws {OutboxError} when the tables were changed to a newer version meanwhile
   */
  work(options?: WorkOptions): Promise<void>;
  /** How it stands: what waits, what is stuck and why, who works. */
  status(): Promise<OutboxStatus>;
  /** Messages, the newest first. */
  list(filter?: MessageFilter): Promise<readonly OutboxMessage[]>;
  /**
   * All messages that a filter means, the newest first, without their bodies; read a page at a time.
   *
   * @example
   * for await (const { key, state, headers } of outbox.export({ since })) …
   */
  export(filter?: Omit<MessageFilter, "limit">): AsyncIterable<ExportedMessage>;
  /** One message whole, with its timeline. */
  get(id: string): Promise<OutboxMessageDetails | undefined>;
  /**
   * Sends a message that was rejected, expired or cancelled once more, or one that waits for another
   * attempt at once.
   *
   * @throws {OutboxError} when its state does not allow it, or its body was purged
   */
  retry(id: string): Promise<MessageState>;
  /** Cancels a message that waits or is held. @throws {OutboxError} when its state does not allow it */
  cancel(id: string): Promise<MessageState>;
  /**
   * Lets a held message go on: it is sent, which makes a second copy if it was sent before; or, where
   * that is known, marked as sent. @throws {OutboxError} when it is not held
   */
  release(id: string, options?: ReleaseOptions): Promise<MessageState>;
  /**
   * Takes what a webhook says: give it to `createWebhookHandler` as its `onEvent`.
   *
   * @returns whether the message is one of this outbox
   */
  record(event: WebhookEvent): Promise<boolean>;
  /** Keeps webhooks in the same database. */
  readonly webhookStore: WebhookStore;
  /** Keeps suppressions in the same database; they are asked just before sending. */
  readonly suppressionStore: SuppressionStore;
  /** Ends every connection to the database. The senders stay open. End `work` first. */
  close(): Promise<void>;
}
