import type { WebhookEvent } from "../../webhook/event.ts";
import type { Database } from "../database/database.ts";
import { isRowId } from "./find-messages.ts";

/** What may become a state, the later the weightier: a click says more than an open. */
const ranks = ["accepted", "delivered", "opened", "clicked", "bounced", "complained"];

/**
 * Writes down what a webhook says of a message, and settles the message by it: word of a delivery
 * proves that it was sent, whatever the outbox knew.
 *
 * @returns whether the message is one of this outbox
 */
export async function recordEvent(
  { run, schema }: Database,
  event: WebhookEvent,
): Promise<boolean> {
  const { correlationId: value } = event;
  if (event.test || value === undefined) return false;
  const outcome = ranks.includes(event.type) ? event.type : "accepted";
  const column = isRowId(value)
    ? "id = $1::text::uuid OR metadata_value = $1::text"
    : "metadata_value = $1::text";
  const detail = {
    ...{ details: event.details, bounce: event.bounce, link: event.link },
    messageId: event.messageId,
  };
  const rows = await run(
    `WITH known AS (
       UPDATE ${schema}.messages AS m SET
         outcome = best.outcome,
         postmark_id = coalesce($3, o.postmark_id),
         settled_at = CASE WHEN proves.it THEN coalesce(o.settled_at, now()) ELSE o.settled_at END,
         reason = CASE WHEN proves.it AND o.state <> best.outcome THEN NULL ELSE o.reason END,
         fence = CASE WHEN proves.it THEN NULL ELSE o.fence END,
         state = CASE WHEN proves.it THEN best.outcome ELSE o.state END
       FROM (SELECT * FROM ${schema}.messages WHERE ${column} FOR UPDATE) AS o
       CROSS JOIN LATERAL (
         SELECT CASE WHEN array_position($4::text[], $2) >= coalesce(array_position($4::text[], o.outcome), 0)
           THEN $2 ELSE o.outcome END AS outcome
       ) AS best
       CROSS JOIN LATERAL (
         SELECT NOT o.is_partial AND o.state NOT IN ('sending', 'cancelled')
           AND (o.state = ANY ($4::text[]) OR o.was_uncertain) AS it
       ) AS proves
       WHERE m.id = o.id
       RETURNING m.id
     )
     INSERT INTO ${schema}.events (message, at, type, recipient, detail)
     SELECT id, coalesce($5, now()), $6, $7, $8::jsonb FROM known RETURNING message`,
    [
      ...[value, outcome, event.messageId ?? null, ranks, event.at ?? null, event.type],
      ...[event.recipient ?? null, JSON.stringify(detail).replaceAll("\\u0000", "\\ufffd")],
    ],
  );
  return rows.length > 0;
}
