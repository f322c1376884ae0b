import { describeReader } from "../../events/describe-reader.ts";
import type { OpenEvent } from "../../events/mail-event.ts";
import { toPostmarkDate } from "../../postmark-api/postmark-date.ts";
import { messageFields } from "./message-fields.ts";

/** @see https://postmarkapp.com/developer/webhooks/open-tracking-webhook */
export function openPayload(event: OpenEvent) {
  return {
    RecordType: "Open",
    FirstOpen: event.isFirst,
    ...describeReader(event.userAgent),
    UserAgent: event.userAgent,
    ReadSeconds: 0,
    ...messageFields(event),
    Tag: event.tag ?? "",
    Recipient: event.recipient,
    ReceivedAt: toPostmarkDate(event.at),
  };
}
