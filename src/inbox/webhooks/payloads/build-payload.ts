import type { MailEvent } from "../../events/mail-event.ts";
import { bouncePayload } from "./bounce-payload.ts";
import { clickPayload } from "./click-payload.ts";
import { deliveryPayload } from "./delivery-payload.ts";
import { openPayload } from "./open-payload.ts";
import { subscriptionPayload } from "./subscription-payload.ts";

/**
 * The payload of an event, as Postmark's webhooks have it.
 *
 * @param content source of the message, for those who want it with bounces
 */
export function buildPayload(event: MailEvent, content?: string | undefined): object {
  switch (event.kind) {
    case "delivery":
      return deliveryPayload(event);
    case "bounce":
      return bouncePayload(event, content);
    case "open":
      return openPayload(event);
    case "click":
      return clickPayload(event);
    case "subscription":
      return subscriptionPayload(event);
  }
}
