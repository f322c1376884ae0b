import type { SubscriptionEvent } from "../../events/mail-event.ts";
import { serverId } from "../../postmark/server-settings.ts";
import { toPostmarkDate } from "../../postmark-api/postmark-date.ts";
import { messageFields } from "./message-fields.ts";

/** @see https://postmarkapp.com/developer/webhooks/subscription-change-webhook */
export function subscriptionPayload(event: SubscriptionEvent) {
  return {
    RecordType: "SubscriptionChange",
    ServerID: serverId,
    ...messageFields(event),
    Tag: event.tag ?? null,
    ChangedAt: toPostmarkDate(event.at),
    ...{ Recipient: event.recipient, Origin: event.origin, SuppressSending: event.isSuppressed },
    SuppressionReason: event.reason ?? null,
  };
}
