import type { Database } from "../../../src/outbox/database/database.ts";

/** Fills an outbox with so many messages, made over the last thirty days as a shop makes them. */
export async function seedMessages({ run, schema }: Database, amount: number): Promise<void> {
  await run(`TRUNCATE ${schema}.messages CASCADE`);
  await run(
    `INSERT INTO ${schema}.messages (id, content_hash, channel, stream, priority, state, due_at,
       created_at, claimed_at, settled_at, attempts, envelope_from, recipients, accepted, message_id,
       subject, tag, email, key, reason, size_bytes, bytes, bytes_hash)
     SELECT id, '', 'default', CASE WHEN n % 20 = 0 THEN 'broadcast' ELSE 'outbound' END, 2, state,
       made, made, made + wait, CASE WHEN state NOT IN ('queued', 'held') THEN made + wait * 2 END,
       CASE WHEN state = 'queued' THEN 0 ELSE 1 END, 'orders@shop.example', ARRAY[address],
       CASE WHEN state IN ('queued', 'held', 'rejected') THEN '{}' ELSE ARRAY[address] END,
       '<' || id || '@shop.example>', subject || ' ' || n, tag, 'orders/' || tag, 'order/' || n,
       CASE state WHEN 'held' THEN 'it cannot be looked up' WHEN 'rejected' THEN '550 No' END,
       4000, 'a body', ''
     FROM (
       SELECT n, gen_random_uuid() AS id, now() - interval '30 days' * n / $1 AS made,
         interval '40 milliseconds' * (1 + n % 50) AS wait,
         'person' || (n::bigint * 7919 % $1) || '@example.com' AS address,
         (ARRAY['Order confirmed', 'Your parcel is on its way', 'Reset your password'])[1 + n % 3] AS subject,
         (ARRAY['order-confirmation', 'shipping-notice', 'password-reset'])[1 + n % 3] AS tag,
         CASE WHEN n % 5000 = 7 THEN 'held' WHEN n % 700 = 3 THEN 'rejected'
           WHEN n % 90 = 5 THEN 'bounced' WHEN n % 3000 = 9 THEN 'complained'
           WHEN n < 4 THEN 'queued' WHEN n % 4 = 0 THEN 'opened' WHEN n % 13 = 0 THEN 'clicked'
           WHEN n % 50 = 1 THEN 'accepted' ELSE 'delivered' END AS state
       FROM generate_series(1, $1::int) AS n
     ) AS made_up`,
    [amount],
  );
  await run(`VACUUM ANALYZE ${schema}.messages`);
}
