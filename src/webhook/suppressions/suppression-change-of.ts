import type { WebhookEvent, WebhookEventType } from "../event.ts";
import { meaningOfBounce } from "../parse/bounce-meanings.ts";
import type { SuppressionChange, SuppressionReason } from "./suppression-store.ts";

/** Reasons of an address that Postmark calls inactive after a fault that does not suppress by itself. */
const reasonOfInactive: Partial<Record<WebhookEventType, SuppressionReason>> = {
  bounced: "hard-bounce",
  deferred: "hard-bounce",
  rejected: "hard-bounce",
  complained: "complaint",
};

/** Reasons by the names of Postmark's suppressions. @see https://postmarkapp.com/developer/api/suppressions-api */
const reasons: ReadonlyMap<string, SuppressionReason> = new Map<string, SuppressionReason>([
  ["HardBounce", "hard-bounce"],
  ["SpamComplaint", "complaint"],
]);

/** The reason of a suppression by Postmark's names: what a reader did by hand is an unsubscribe. */
export function reasonOf(name: string | undefined, origin: string | undefined): SuppressionReason {
  return reasons.get(name ?? "") ?? (origin === "Recipient" ? "unsubscribe" : "manual");
}

/**
 * What an event changes in the suppressions: hard bounces, complaints and unsubscribes suppress the
 * address in its stream, a reactivation lifts that. Everything else changes nothing, an automatic
 * reply least of all, whatever Postmark says of the address; nor does a test.
 *
 * @returns `undefined` when it changes nothing
 */
export function suppressionChangeOf(
  event: WebhookEvent,
  { id, receivedAt }: { readonly id: string; readonly receivedAt: Date },
): SuppressionChange | undefined {
  const { recipient, stream, at = receivedAt, messageId, correlationId, details } = event;
  if (event.test || recipient === undefined) return undefined;
  const verdict = verdictOf(event);
  if (!verdict) return undefined;
  return {
    address: recipient.toLowerCase(),
    stream,
    reason: verdict.reason,
    // A time to come would outlast every later change.
    at: at.getTime() > receivedAt.getTime() ? receivedAt : at,
    origin: {
      webhookId: id,
      messageId,
      correlationId,
      type: event.subscription?.reason ?? event.bounce?.type ?? event.recordType,
      details: details?.replace(/\s+/g, " ").slice(0, longestDetails),
    },
    atPostmark: true,
  };
}

const longestDetails = 500;

function verdictOf(
  event: WebhookEvent,
): { readonly reason: SuppressionReason | undefined } | undefined {
  const { subscription, bounce, type } = event;
  if (subscription) {
    const { suppressed, reason, origin } = subscription;
    return { reason: suppressed ? reasonOf(reason, origin) : undefined };
  }
  if (!bounce || type === "autoresponded") return undefined;
  const known = meaningOfBounce(bounce.type)?.suppresses;
  const reason = known ?? (bounce.inactive ? (reasonOfInactive[type] ?? "manual") : undefined);
  return reason && { reason };
}
