import type { WebhookEventType } from "../event.ts";
import { fieldOf, type Payload } from "./payload.ts";

/** How payloads of one record type are read. */
export interface RecordType {
  readonly name: string;
  /** Fields that hold its recipient, the best first. */
  readonly recipient: readonly string[];
  /** Field that says when it happened. */
  readonly time: string;
  /** Its event; `undefined` where a further field decides. */
  readonly event?: WebhookEventType | undefined;
  /** Fields that no other type has, by which one without `RecordType` is known. */
  readonly marks: readonly string[];
}

/** @see https://postmarkapp.com/developer/webhooks/webhooks-overview */
const recordTypes: readonly RecordType[] = [
  {
    name: "Delivery",
    recipient: ["Recipient"],
    time: "DeliveredAt",
    event: "delivered",
    marks: ["DeliveredAt"],
  },
  { name: "Bounce", recipient: ["Email", "Recipient"], time: "BouncedAt", marks: ["BouncedAt"] },
  { name: "SpamComplaint", recipient: ["Email", "Recipient"], time: "BouncedAt", marks: [] },
  // Its payload is documented nowhere; it comes as a Bounce, or under a name of its own.
  { name: "SMTPApiError", recipient: ["Email", "Recipient"], time: "BouncedAt", marks: [] },
  {
    name: "Open",
    recipient: ["Recipient"],
    time: "ReceivedAt",
    event: "opened",
    marks: ["FirstOpen"],
  },
  {
    name: "Click",
    recipient: ["Recipient"],
    time: "ReceivedAt",
    event: "clicked",
    marks: ["OriginalLink"],
  },
  {
    name: "SubscriptionChange",
    recipient: ["Recipient"],
    time: "ChangedAt",
    marks: ["SuppressSending"],
  },
  {
    name: "Inbound",
    recipient: ["OriginalRecipient", "To"],
    time: "Date",
    event: "unknown",
    marks: ["FromFull", "ToFull", "OriginalRecipient"],
  },
];

/** The type of a payload by its name, in any case, or by fields that no other type has. */
export function findRecordType(payload: Payload): RecordType | undefined {
  const named = fieldOf(payload, "RecordType");
  if (typeof named === "string" && named !== "") {
    const lower = named.toLowerCase();
    return recordTypes.find(({ name }) => name.toLowerCase() === lower);
  }
  return recordTypes.find(({ marks }) => marks.some((mark) => Object.hasOwn(payload, mark)));
}
