import type { DeliveryEvent } from "../../events/mail-event.ts";
import { serverId } from "../../postmark/server-settings.ts";
import { toPostmarkDate } from "../../postmark-api/postmark-date.ts";
import { messageFields } from "./message-fields.ts";

/** @see https://postmarkapp.com/developer/webhooks/delivery-webhook */
export function deliveryPayload(event: DeliveryEvent) {
  return {
    RecordType: "Delivery",
    ServerID: serverId,
    ...messageFields(event),
    Recipient: event.recipient,
    DeliveredAt: toPostmarkDate(event.at),
    Details: event.details,
  };
}
