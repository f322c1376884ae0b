import {
  DeliveryError,
  type DeliveryErrorKind,
  type DeliveryOutcome,
  type DeliveryStage,
  type MetadataId,
  type RejectedRecipient,
} from "../errors.ts";
import type { Message } from "../message/message.ts";

/** Facts of a failure on the wire, before it is known which message it struck. */
export interface SmtpFaultDetails {
  readonly kind: DeliveryErrorKind;
  readonly stage: DeliveryStage;
  readonly transient: boolean;
  readonly outcome: DeliveryOutcome;
  readonly smtpCode?: number | undefined;
  readonly enhancedCode?: string | undefined;
  readonly response?: string | undefined;
  readonly rejected?: readonly RejectedRecipient[] | undefined;
  /** Whether the connection ended with it, and did so without a word about the message. */
  readonly connectionLost: boolean;
  readonly cause?: unknown;
}

/** A failure on the wire. Stays inside the transport; callers get a {@link DeliveryError}. */
export class SmtpFault extends Error {
  override readonly name = "SmtpFault";
  readonly details: SmtpFaultDetails;
  readonly #isFault = true;

  /** Whether a thrown value is a fault. What is none is a defect of ours and passes as it is. */
  static is(value: unknown): value is SmtpFault {
    return typeof value === "object" && value !== null && #isFault in value && value.#isFault;
  }

  /** @param message what happened and what would fix it, without "Cannot deliver:" */
  constructor(message: string, details: SmtpFaultDetails) {
    super(message, { cause: details.cause });
    this.details = details;
  }
}

/** By what a message that was to be delivered is known. */
export interface DeliveryIds {
  readonly messageId: string;
  readonly metadataId?: MetadataId | undefined;
}

/** The error that a caller gets for a fault; a new one for each message, since each has ids of its own. */
export function toDeliveryError(
  fault: SmtpFault,
  action: "deliver" | "connect",
  ids?: DeliveryIds,
): DeliveryError {
  const { connectionLost: _, cause, ...details } = fault.details;
  return new DeliveryError(`Cannot ${action}: ${fault.message}`, {
    ...details,
    messageId: ids?.messageId,
    metadataId: ids?.metadataId,
    ...(cause !== undefined && { cause }),
  });
}

/** The metadata field of a message that repeats the first part of its Message-ID, where it has one. */
export function metadataIdOf({ messageId, metadata }: Message): MetadataId | undefined {
  const id = messageId.slice(1, messageId.indexOf("@"));
  const found = Object.entries(metadata).find(([, value]) => value === id);
  return found && { key: found[0], value: id };
}
