import { describeReader } from "../../events/describe-reader.ts";
import type { ClickEvent } from "../../events/mail-event.ts";
import { toPostmarkDate } from "../../postmark-api/postmark-date.ts";
import { messageFields } from "./message-fields.ts";

/** @see https://postmarkapp.com/developer/webhooks/click-webhook */
export function clickPayload(event: ClickEvent) {
  return {
    RecordType: "Click",
    ClickLocation: event.location,
    ...describeReader(event.userAgent),
    UserAgent: event.userAgent,
    OriginalLink: event.link,
    ...messageFields(event),
    Tag: event.tag ?? "",
    Recipient: event.recipient,
    ReceivedAt: toPostmarkDate(event.at),
  };
}
