import fc from "fast-check";
import type { WebhookHandler } from "letterpress/webhook";
import { makeRequest } from "./post.ts";

const words = fc.constantFrom(
  ...["Delivery", "Bounce", "SubscriptionChange", "HardBounce", "ada@example.com", "Click"],
  ...["00000000-0000-0000-0000-000000000000", "\ud800", "__proto__", "2026-11-05T16:33:54Z"],
);

const keys = fc.constantFrom(
  ...["RecordType", "Type", "Email", "Recipient", "MessageID", "Metadata", "__proto__"],
  ...["MessageStream", "SuppressSending", "BouncedAt", "DeliveredAt", "ToFull", "Details"],
);

const text = fc
  .dictionary(keys, fc.oneof(words, fc.jsonValue({ maxDepth: 2 })))
  .map((payload) => JSON.stringify(payload));

/** Payloads of any fields, whole and cut off, octets, and JSON of any shape. */
const body = fc.oneof(
  text,
  fc.tuple(text, fc.nat(200)).map(([whole, at]) => whole.slice(0, at)),
  fc.uint8Array({ maxLength: 200 }),
  fc.json({ maxDepth: 2 }),
);

/**
 * Gives a handler many bodies, however malformed.
 *
 * @returns how often it answered with each status
 * @throws {Error} with the body that made it throw, or answer with 5xx
 */
export async function answerBodies(
  handler: WebhookHandler,
  count: number,
): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  const property = fc.asyncProperty(body, async (given) => {
    const { status } = await handler(makeRequest(given));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) throw new Error(`answered ${status}`);
  });
  await fc.assert(property, { numRuns: count });
  return statuses;
}
