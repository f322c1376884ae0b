import { deliveriesOf } from "../../events/arrival-events.ts";
import type { MailEvent } from "../../events/mail-event.ts";
import type { InboxMessage } from "../../inbox.ts";
import type { LocalServer } from "../../local-server.ts";
import { toPostmarkDate } from "../postmark-date.ts";

/** What happened to a message, oldest first, as its details tell it. */
export function messageEvents(message: InboxMessage, { log }: LocalServer) {
  return [...deliveriesOf(message), ...log.of(message.id)].map((event) => ({
    Recipient: event.recipient,
    ReceivedAt: toPostmarkDate(event.at),
    ...describe(event),
  }));
}

function describe(event: MailEvent) {
  switch (event.kind) {
    case "delivery":
      return {
        Type: "Delivered",
        Details: {
          DeliveryMessage: event.details,
          DestinationServer: "localhost",
          DestinationIP: "127.0.0.1",
        },
      };
    case "bounce": {
      const { description: Summary, id, type } = event;
      return {
        // A message that is only late is no bounce in the list of events.
        Type: type === "Transient" ? "Transient" : "Bounced",
        Details: { Summary, BounceID: String(id) },
      };
    }
    case "open":
      return { Type: "Opened", Details: { Summary: `Email opened with ${event.userAgent}` } };
    case "click":
      return {
        Type: "LinkClicked",
        Details: {
          Summary: `Link clicked with ${event.userAgent}`,
          Link: event.link,
          ClickLocation: event.location,
        },
      };
    case "subscription":
      return {
        Type: "SubscriptionChanged",
        Details: { Origin: event.origin, SuppressSending: event.isSuppressed ? "True" : "False" },
      };
  }
}
