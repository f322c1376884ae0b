import type { WebhookFilter, WebhookRecord } from "./webhook-store.ts";

/** Whether a record is meant by a filter. */
export function matchesFilter(
  record: Omit<WebhookRecord, "body">,
  { ids, status, type, recipient, since, until }: WebhookFilter,
): boolean {
  const receivedAt = record.receivedAt.getTime();
  return (
    (ids === undefined || ids.includes(record.id)) &&
    (status === undefined || record.status === status) &&
    (type === undefined || record.types.includes(type)) &&
    (recipient === undefined || record.recipients.includes(recipient.toLowerCase())) &&
    (since === undefined || receivedAt >= since.getTime()) &&
    (until === undefined || receivedAt < until.getTime())
  );
}
