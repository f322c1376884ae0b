import type { Address } from "../../../message/message.ts";
import type { InboxMessage } from "../../inbox.ts";
import type { LocalServer } from "../../local-server.ts";
import { toPostmarkDate } from "../postmark-date.ts";

/** A message as the search lists it. @see https://postmarkapp.com/developer/api/messages-api */
export function describeOutbound(message: InboxMessage, { settings }: LocalServer) {
  const { tag, tracking } = message;
  return {
    ...(tag !== undefined && { Tag: tag }),
    MessageID: message.id,
    MessageStream: message.stream,
    To: message.to.map(toRecipient),
    Cc: message.cc.map(toRecipient),
    Bcc: blindCopies(message).map((address) => toRecipient({ address })),
    Recipients: message.envelope.to,
    ReceivedAt: toPostmarkDate(message.receivedAt),
    From: shownSender(message),
    Subject: message.subject,
    Attachments: message.attachments.map(({ filename }) => filename),
    // Whatever is to become of it here has become of it at once: none is `Queued`.
    Status: "Sent",
    TrackOpens: tracking.opens ?? settings.TrackOpens,
    TrackLinks: tracking.links ?? settings.TrackLinks,
    Metadata: message.metadata,
    Sandboxed: settings.DeliveryType === "Sandbox",
  };
}

/**
 * Whether Postmark keeps the message among those that were sent: what became an SMTP API error for
 * every recipient is found among the bounces alone.
 */
export function isOutbound({ recipients }: InboxMessage): boolean {
  return recipients.some(({ outcome }) => outcome !== "rejected" && outcome !== "suppressed");
}

/** Recipients that stand in no header. */
function blindCopies({ envelope, to, cc }: InboxMessage): readonly string[] {
  const named = new Set([...to, ...cc].map(({ address }) => address.toLowerCase()));
  return envelope.to.filter((address) => !named.has(address.toLowerCase()));
}

function toRecipient({ address, name }: Address) {
  return { Email: address, Name: name ?? null };
}

function shownSender({ from, envelope }: InboxMessage): string {
  if (!from) return envelope.from;
  return from.name ? `"${from.name.replace(/["\\]/g, "\\$&")}" <${from.address}>` : from.address;
}
