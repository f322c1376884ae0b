import type { BounceFacts, WebhookEvent, WebhookEventType } from "../event.ts";
import { bounceTypeOfCode, meaningOfBounce } from "./bounce-meanings.ts";
import { isTest } from "./is-test.ts";
import { metadataValue, readMetadata } from "./metadata-value.ts";
import { fieldOf, type Payload, textOf } from "./payload.ts";
import { readBody } from "./read-body.ts";
import { readRecipients } from "./read-recipients.ts";
import { readTime } from "./read-time.ts";
import { findRecordType, type RecordType } from "./record-types.ts";
import { eventOfSubscription, readSubscription } from "./subscription-events.ts";

/** Options of {@link parseWebhook}. */
export interface ParseWebhookOptions {
  /** Metadata key under which the sender puts its own id. @default "letterpress-id", as in `createSender` */
  readonly correlationKey?: string | undefined;
}

/** Postmark's default transactional stream, where a payload names none. */
const defaultStream = "outbound";

type Meaning = Pick<WebhookEvent, "type" | "problem"> &
  Partial<Pick<WebhookEvent, "bounce" | "subscription">>;

/**
 * Reads a webhook of Postmark: one event for each recipient that it tells of, usually one. What is
 * not known, or lacks what it needs, becomes an event of the type `unknown` that says so; fields
 * of the wrong type count as missing.
 *
 * @param body JSON as text or octets, or what a framework has parsed already
 * @returns at least one event
 * @throws {WebhookError} when the body is not an object of JSON; nothing else makes it throw
 * @example
 * for (const event of parseWebhook(await request.text())) {
 *   if (event.type === "bounced" && !event.test) await markAddress(event.recipient);
 * }
 */
export function parseWebhook(
  body: unknown,
  { correlationKey = "letterpress-id" }: ParseWebhookOptions = {},
): readonly WebhookEvent[] {
  const raw = readBody(body);
  const record = findRecordType(raw);
  const metadata = readMetadata(raw);
  const recipients = record ? recipientsOf(record, raw) : [];
  const meaning = meaningOf(record, raw, recipients.length > 0);
  const event: WebhookEvent = {
    recordType: record?.name ?? textOf(raw, "RecordType") ?? "",
    recipient: undefined,
    messageId: textOf(raw, "MessageID"),
    correlationId: metadataValue({ metadata }, correlationKey),
    stream: textOf(raw, "MessageStream") ?? defaultStream,
    tag: textOf(raw, "Tag"),
    metadata,
    at: record ? readTime(fieldOf(raw, record.time)) : undefined,
    test: isTest(raw),
    details: textOf(raw, "Details") ?? textOf(raw, "Description"),
    bounce: undefined,
    link: record?.name === "Click" ? textOf(raw, "OriginalLink") : undefined,
    firstOpen: record?.name === "Open" ? fieldOf(raw, "FirstOpen") === true : undefined,
    subscription: undefined,
    ...meaning,
    raw,
  };
  return recipients.length === 0
    ? [event]
    : recipients.map((recipient) => ({ ...event, recipient }));
}

function recipientsOf({ recipient }: RecordType, payload: Payload): readonly string[] {
  const read = recipient.map((name) => readRecipients(fieldOf(payload, name)));
  return read.find((addresses) => addresses.length > 0) ?? [];
}

function meaningOf(
  record: RecordType | undefined,
  payload: Payload,
  hasRecipient: boolean,
): Meaning {
  if (!record) return unknown("its 'RecordType' is not one that is known");
  if (record.name === "Inbound") {
    return unknown(
      "it is mail that came in; give Postmark's inbound webhook an address of its own",
    );
  }
  const meaning = record.event
    ? { type: record.event, problem: undefined }
    : record.name === "SubscriptionChange"
      ? meaningOfChange(payload)
      : meaningOfFault(record, payload);
  // A fault of a whole message may name no recipient.
  const isComplete = hasRecipient || meaning.type === "failed" || meaning.type === "unknown";
  const missing = `it has no address in '${record.recipient[0]}'`;
  return isComplete ? meaning : { ...meaning, ...unknown(missing) };
}

function meaningOfChange(payload: Payload): Meaning {
  const subscription = readSubscription(payload);
  if (!subscription) return unknown("its 'SuppressSending' is neither true nor false");
  const type = eventOfSubscription(subscription);
  return type
    ? { type, problem: undefined, subscription }
    : { ...unknown("its 'SuppressionReason' is not one that is known"), subscription };
}

function meaningOfFault(record: RecordType, payload: Payload): Meaning {
  const ownName = record.name === "Bounce" ? undefined : record.name;
  const type = ownName ?? textOf(payload, "Type") ?? bounceTypeOfCode(fieldOf(payload, "TypeCode"));
  const bounce = readBounce(payload, type ?? "");
  const event: WebhookEventType | undefined = meaningOfBounce(type ?? "")?.event;
  if (event === undefined) return { ...unknown("its 'Type' is not one that is known"), bounce };
  return event === "unknown"
    ? { ...unknown("Postmark could not tell what kind of bounce it is"), bounce }
    : { type: event, problem: undefined, bounce };
}

function readBounce(payload: Payload, type: string): BounceFacts {
  const id = fieldOf(payload, "ID");
  return {
    id: typeof id === "number" ? id : undefined,
    type,
    inactive: fieldOf(payload, "Inactive") === true,
    canActivate: fieldOf(payload, "CanActivate") === true,
    subject: textOf(payload, "Subject"),
  };
}

function unknown(problem: string) {
  return { type: "unknown", problem } as const;
}
