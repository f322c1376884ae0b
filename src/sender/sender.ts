import type { Clock } from "../clock.ts";
import type { Message, MessageDefaults } from "../message/message.ts";
import type { RendererOptions } from "../template/create-renderer.ts";
import type { Delivery, Transport } from "../transport/transport.ts";
import type { SuppressionLookup } from "../webhook/suppressions/suppression-store.ts";
import type { AnySendInput, SendInput } from "./send-input.ts";
import type { SenderEvent } from "./sender-event.ts";

/**
 * Options of `createSender`. What is said of messages here holds for each of them, unless the email
 * or the call says otherwise: the nearest wins, and `headers`, `metadata` and `tracking` are merged
 * key by key.
 */
export interface SenderOptions extends MessageDefaults {
  /** How messages leave, such as `createPostmarkTransport(…)` or `inbox.transport()`. */
  readonly transport: Transport;
  /**
   * How emails are rendered, such as `{ baseUrl: "https://shop.example" }` for their images.
   *
   * @default what `render` does
   */
  readonly render?: RendererOptions | undefined;
  /** The only folder that attachments given by `path` may lie in. @default none: a `path` is refused */
  readonly attachmentsFolder?: string | undefined;
  /**
   * Metadata key under which each message carries an id of its own, the part before the `@` of its
   * Message-ID. Postmark hands metadata back in webhooks and searches by it, which is the way to
   * look up a message whose delivery is `unknown`. A message that has this key, or all the metadata
   * that Postmark takes, goes without. `false` turns it off.
   *
   * @default "letterpress-id"
   * @see https://postmarkapp.com/support/article/1125-custom-metadata-faq
   */
  readonly correlationKey?: string | false | undefined;
  /**
   * Asked before each message leaves: recipients that are suppressed in its stream (`outbound` where
   * it names none) are left out and stand in `rejected`. When no one is left in `to`, the send fails
   * with a `DeliveryError` of the kind `suppressed`.
   *
   * @default none: Postmark drops them itself, and tells no one over SMTP
   */
  readonly suppressions?: SuppressionLookup | undefined;
  /** Told of each step of each send. What it throws becomes a process warning. */
  readonly onEvent?: ((event: SenderEvent) => void) | undefined;
  /** Time of the Date header and of the timings. @default the machine's own */
  readonly clock?: Clock | undefined;
}

/** Options of one send. */
export interface SendOptions {
  /** Ends the send. After the message was handed over whole, its delivery may be `unknown`. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of `sendMany`. */
export interface SendManyOptions extends SendOptions {
  /** Most messages under way or waiting to be read by you, at least 1. @default 10, the connections of a transport */
  readonly concurrency?: number | undefined;
  /** Told after each message. */
  readonly onProgress?: ((progress: SendManyProgress) => void) | undefined;
}

/** How far a `sendMany` has come. */
export interface SendManyProgress {
  readonly sent: number;
  readonly failed: number;
  /** Messages that were taken from the source and have no result yet. */
  readonly underWay: number;
}

/** What became of one message of many. */
export type SendResult =
  | {
      /** Position in the source, counted from 0. */
      readonly index: number;
      readonly status: "sent";
      readonly delivery: Delivery;
    }
  | { readonly index: number; readonly status: "failed"; readonly error: unknown };

/** Options of `prepare`. */
export interface PrepareOptions extends SendOptions {
  /** What stands before the `@` of a Message-ID that was not given, and in the metadata. @default a random UUID */
  readonly id?: string | undefined;
}

/** Sends emails. One for the whole app; safe to use from many places at once. */
export interface Sender {
  /** How its messages leave. */
  readonly transport: Transport;
  /**
   * Renders, checks and delivers one message.
   *
   * @returns what the server took; accepted is not yet delivered
   * @throws {InvalidMessageError} with all that is wrong with the input, before any network
   * @throws {RenderError} when the template fails
   * @throws {DeliveryError} when no recipient was accepted or all are suppressed, or when it is not known
   * @example
   * await sender.send({ email: orderConfirmation, props: { order }, to: "ada@example.com" });
   */
  send<Props extends object>(input: SendInput<Props>, options?: SendOptions): Promise<Delivery>;
  /**
   * Sends many messages, some at a time, and hands out each result as it comes. Nothing is sent
   * before the results are read, and no more than `concurrency` ahead of the reader, so that a
   * source of any length fits in memory. One message that fails stops nothing. Leaving the loop
   * takes no further input and waits for what is under way.
   *
   * @throws {RangeError} when `concurrency` is not a whole number above 0
   * @throws what the source threw or the signal's reason, after the results of what was under way
   * @example
   * for await (const result of sender.sendMany(inputs)) {
   *   if (result.status === "failed") log(result.index, result.error);
   * }
   */
  sendMany<Props extends object>(
    inputs: Sources<SendInput<Props>> | Sources<AnySendInput>,
    options?: SendManyOptions,
  ): AsyncIterable<SendResult>;
  /**
   * Renders and checks one message as `send` would, and delivers nothing.
   *
   * @throws {InvalidMessageError | RenderError} as `send` does
   */
  prepare<Props extends object>(
    input: SendInput<Props>,
    options?: PrepareOptions,
  ): Promise<Message>;
  /**
   * Connects and logs in, and sends nothing. Proves neither the sender's address nor the stream.
   *
   * @throws {DeliveryError} that tells what to fix
   */
  verify(options?: SendOptions): Promise<void>;
  /** Lets what is under way finish and closes the transport. May be called twice. */
  close(): Promise<void>;
}

/** Where many inputs come from. */
export type Sources<Input> = Iterable<Input> | AsyncIterable<Input>;
