import type { MetadataId, RejectedRecipient } from "../errors.ts";
import type { Message } from "../message/message.ts";
import type { ComposedMessage } from "./compose.ts";
import type { StageTimings } from "./transport-event.ts";

/** What became of a message that the server took for at least one recipient. Accepted is not delivered. */
export interface Delivery {
  /** The Message-ID that was sent, with angle brackets. */
  readonly messageId: string;
  /** Addresses the server took, at least one. */
  readonly accepted: readonly string[];
  /** Recipients the server refused while it took others, and those that are suppressed. */
  readonly rejected: readonly RejectedRecipient[];
  /** The server's reply to the message, such as "250 2.0.0 Ok: queued". */
  readonly response: string;
  /** How often it was tried, where the transport counts; on a connection that was gone already, too. */
  readonly attempts?: number | undefined;
  /** Milliseconds of the last attempt by stage, where the transport measures them. */
  readonly timingsMs?: StageTimings | undefined;
}

/** A message that was composed before, in this process or another. */
export interface StoredMessage {
  /** RFC 5322 text, as `compose` made it. */
  readonly bytes: Buffer;
  /** RFC 5321 envelope. */
  readonly from: string;
  readonly to: readonly string[];
  /** With angle brackets. */
  readonly messageId: string;
  readonly metadataId?: MetadataId | undefined;
}

/** How a message leaves. Chosen by injection. */
export interface Transport {
  /** Short, without secrets: "smtp.postmarkapp.com:587". */
  readonly name: string;
  /**
   * Delivers one message.
   *
   * @throws {DeliveryError} when no recipient was accepted, or when it is not known
   */
  deliver(
    message: Message,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Delivery>;
  /**
   * Makes the bytes that `deliver` would send; the same message gives the same bytes. An outbox
   * needs it, to store them.
   *
   * @throws {InvalidMessageError} when the message cannot be sent this way
   */
  compose?(message: Message): ComposedMessage;
  /**
   * Delivers what `compose` made, once: what it fails with is not tried again here. An outbox needs it.
   *
   * @throws {DeliveryError} when no recipient was accepted, or when it is not known
   */
  deliverComposed?(
    message: StoredMessage,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Delivery>;
  /**
   * Connects, secures and authenticates, and sends nothing.
   *
   * @throws {DeliveryError} that tells what to fix
   */
  verify(options?: { readonly signal?: AbortSignal | undefined }): Promise<void>;
  /** Lets what is under way finish, then closes every connection. May be called twice. */
  close(): Promise<void>;
}
