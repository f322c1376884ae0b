import { bounceKinds } from "../../events/bounce-kinds.ts";
import type { BounceEvent } from "../../events/mail-event.ts";
import { serverId } from "../../postmark/server-settings.ts";
import { toPostmarkDate } from "../../postmark-api/postmark-date.ts";
import { messageFields } from "./message-fields.ts";

/**
 * A bounce, or a complaint, which has the same fields. An SMTP API error comes as a bounce of that type;
 * its payload is documented nowhere.
 *
 * @param content source of the message; `undefined`: not asked for
 * @see https://postmarkapp.com/developer/webhooks/bounce-webhook
 */
export function bouncePayload(event: BounceEvent, content: string | undefined) {
  const { code, name, canActivate } = bounceKinds[event.type];
  return {
    RecordType: event.type === "SpamComplaint" ? "SpamComplaint" : "Bounce",
    ...{ ID: event.id, Type: event.type, TypeCode: code, Name: name },
    ServerID: serverId,
    ...messageFields(event),
    ...{ Description: event.description, Details: event.details },
    ...{ Email: event.recipient, From: event.from },
    BouncedAt: toPostmarkDate(event.at),
    ...{ DumpAvailable: true, Inactive: event.inactive, CanActivate: canActivate },
    Subject: event.subject,
    ...(content !== undefined && { Content: content }),
  };
}
