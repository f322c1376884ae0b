import type { SubscriptionFacts, WebhookEventType } from "../event.ts";
import { fieldOf, type Payload, textOf } from "./payload.ts";

/** Events of an address that is suppressed, by Postmark's reason. */
const events: ReadonlyMap<string, WebhookEventType> = new Map<string, WebhookEventType>([
  ["HardBounce", "bounced"],
  ["SpamComplaint", "complained"],
  ["ManualSuppression", "unsubscribed"],
]);

/** Reads what changed. `undefined` where the payload does not say whether the address is suppressed. */
export function readSubscription(payload: Payload): SubscriptionFacts | undefined {
  const suppressed = fieldOf(payload, "SuppressSending");
  if (typeof suppressed !== "boolean") return undefined;
  return {
    suppressed,
    reason: suppressed ? textOf(payload, "SuppressionReason") : undefined,
    origin: textOf(payload, "Origin"),
  };
}

/** The event of a changed subscription; `undefined` where its reason is not known. */
export function eventOfSubscription(facts: SubscriptionFacts): WebhookEventType | undefined {
  if (!facts.suppressed) return "subscribed";
  return events.get(facts.reason ?? "ManualSuppression");
}
