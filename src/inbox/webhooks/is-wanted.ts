import type { MailEvent } from "../events/mail-event.ts";
import type { ServerSettings } from "../postmark/server-settings.ts";
import type { WebhookEntry, WebhookTrigger } from "./webhook-options.ts";

/** The trigger that an event belongs to. */
export function triggerOf(event: MailEvent): WebhookTrigger {
  switch (event.kind) {
    case "delivery":
      return "Delivery";
    case "bounce":
      return event.type === "SpamComplaint" ? "SpamComplaint" : "Bounce";
    case "open":
      return "Open";
    case "click":
      return "Click";
    case "subscription":
      return "SubscriptionChange";
  }
}

/** Whether a webhook is told of an event, as Postmark decides it. */
export function isWanted(
  event: MailEvent,
  { stream, triggers, firstOpenOnly, isVerified }: WebhookEntry,
  settings: Pick<ServerSettings, "EnableSmtpApiErrorHooks" | "PostFirstOpenOnly">,
): boolean {
  if (!isVerified || !triggers.includes(triggerOf(event))) return false;
  if (stream !== undefined && stream !== event.stream) return false;
  if (event.kind === "open") {
    return event.isFirst || !(firstOpenOnly || settings.PostFirstOpenOnly);
  }
  // Postmark tells the first click of each link by each recipient.
  if (event.kind === "click") return event.isFirst;
  if (event.kind === "bounce" && event.type === "SMTPApiError") {
    return settings.EnableSmtpApiErrorHooks;
  }
  return true;
}
