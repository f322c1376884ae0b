import type { InboxMessage } from "../inbox.ts";
import { inactiveRecipients, toApiError } from "../postmark/api-errors.ts";
import type { InboxRecipient } from "../postmark/outcomes.ts";
import { concernsWholeMessage } from "../read-message.ts";
import { type BounceKindName, bounceKinds } from "./bounce-kinds.ts";
import type { BounceEvent, DeliveryEvent, EventFacts, MailEvent } from "./mail-event.ts";

/** What an event says of its message. */
export function factsOf(message: InboxMessage, recipient: string, at: Date): EventFacts {
  const { id, stream, tag, metadata } = message;
  return { messageId: id, stream, recipient, tag, metadata, at };
}

/** The deliveries of a message: one for each recipient that got it. */
export function deliveriesOf(message: InboxMessage): readonly DeliveryEvent[] {
  return message.recipients
    .filter(({ outcome }) => outcome === "delivered")
    .map(({ address }) => ({
      ...factsOf(message, address, message.receivedAt),
      kind: "delivery",
      details: "smtp;250 2.0.0 OK: the local inbox took the message",
    }));
}

/** What else follows from the arrival of a message: bounces, and who is inactive from now on. */
export function bouncesOf(message: InboxMessage, nextId: () => number): readonly MailEvent[] {
  return message.recipients.flatMap((recipient) => eventsOf(message, recipient, nextId));
}

function eventsOf(
  message: InboxMessage,
  { address, outcome, bounceType }: InboxRecipient,
  nextId: () => number,
): readonly MailEvent[] {
  const at = message.receivedAt;
  if (outcome === "bounced") {
    const type = bounceType ?? "HardBounce";
    const bounce = toBounce(message, { id: nextId(), recipient: address, type, at });
    if (type !== "HardBounce") return [bounce];
    return [bounce, toSuppressed(bounce, "HardBounce")];
  }
  if (outcome !== "rejected" && outcome !== "suppressed") return [];
  // Postmark does not document whether a refused message makes one error or one for each recipient.
  const { code, message: text } =
    outcome === "suppressed" ? inactiveRecipients([address]) : errorOf(message);
  const bounce = toBounce(message, {
    ...{ id: nextId(), recipient: address, type: "SMTPApiError", at },
    details: `${text} (error code ${code})`,
  });
  return [bounce];
}

function errorOf(message: InboxMessage) {
  const problem = message.problems.find(concernsWholeMessage);
  return problem ? toApiError(problem) : { code: 300, message: "Invalid email request" };
}

/** What makes a bounce of a message. */
export interface BounceInput {
  readonly id: number;
  readonly recipient: string;
  readonly type: BounceKindName;
  readonly at: Date;
  readonly details?: string | undefined;
}

/** The bounce of a message for a recipient. */
export function toBounce(
  message: InboxMessage,
  { id, recipient, type, at, details }: BounceInput,
): BounceEvent {
  const kind = bounceKinds[type];
  return {
    ...factsOf(message, recipient, at),
    ...{ kind: "bounce", id, type },
    ...{ description: kind.description, details: details ?? kind.details },
    ...{ from: message.from?.address ?? message.envelope.from, subject: message.subject },
    inactive: type === "HardBounce" || type === "SpamComplaint",
  };
}

/** That an address is inactive because of a bounce. */
export function toSuppressed(
  { messageId, stream, recipient, tag, metadata, at }: BounceEvent,
  reason: "HardBounce" | "SpamComplaint",
): MailEvent {
  return {
    ...{ messageId, stream, recipient, tag, metadata, at, reason },
    ...{ kind: "subscription", isSuppressed: true, origin: "Recipient" },
  };
}
