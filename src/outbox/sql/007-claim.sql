-- Claiming, as a function: its statement is planned once for each connection, and by the indexes.
--
-- {fences} stands for the name of the sequence, as a string. As a statement of its own it was planned
-- again for each call, because PostgreSQL takes a plan for known values to be the cheaper one here;
-- with what claims leave behind in the index of what waits, that cost more than claiming.

-- Claims messages of a channel that are due, high priorities first, and within a priority the streams
-- by turns.
CREATE FUNCTION {schema}.claim(of_channel text, by_worker uuid, most integer, key_ids text[])
RETURNS TABLE (
  id uuid, fence text, attempts integer, stream text, envelope_from text, recipients text[],
  message_id text, metadata_key text, metadata_value text, bytes bytea, key_id text, state text,
  age_ms double precision, suppressed text[]
)
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
-- One plan serves for one message and for a hundred, while the table is empty and when it holds a
-- million rows: along the index of what waits, and from each claim to its row. Without knowing the
-- limit PostgreSQL takes a tenth of all that waits for what is wanted, and sorts and joins it all.
SET enable_seqscan = off
SET enable_bitmapscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
AS $claim$
#variable_conflict use_column
BEGIN
  -- A lane is what waits of one stream with one priority. The lanes are found by going from one to
  -- the next in the index, so that neither what is done nor what is not due yet costs anything.
  RETURN QUERY
  WITH RECURSIVE lanes AS (
    (SELECT stream, priority FROM {schema}.messages
     WHERE channel = of_channel AND state IN ('queued', 'retry')
       AND NOT EXISTS (
         SELECT 1 FROM {schema}.channels WHERE name = of_channel AND paused_at IS NOT NULL)
     ORDER BY stream, priority LIMIT 1)
    UNION ALL
    SELECT next.stream, next.priority FROM lanes CROSS JOIN LATERAL (
      SELECT stream, priority FROM {schema}.messages
      WHERE channel = of_channel AND state IN ('queued', 'retry')
        AND (stream, priority) > (lanes.stream, lanes.priority)
      ORDER BY stream, priority LIMIT 1
    ) AS next
  ), due AS (
    SELECT picked.id, lanes.priority, lanes.stream, picked.due_at FROM lanes CROSS JOIN LATERAL (
      SELECT id, due_at FROM {schema}.messages
      WHERE channel = of_channel AND stream = lanes.stream AND priority = lanes.priority
        AND state IN ('queued', 'retry')
        AND due_at <= now() AND (key_id IS NULL OR key_id = ANY (key_ids))
      ORDER BY due_at LIMIT most FOR UPDATE SKIP LOCKED
    ) AS picked
  ), chosen AS (
    SELECT id FROM (
      SELECT id, priority, due_at,
        row_number() OVER (PARTITION BY priority, stream ORDER BY due_at) AS turn
      FROM due
    ) AS turns
    -- By chance, so that streams take turns also where one message is claimed at a time.
    ORDER BY priority, turn, random() LIMIT most
  )
  UPDATE {schema}.messages AS m SET
    state = CASE WHEN expires_at <= now() THEN 'expired' ELSE 'sending' END,
    settled_at = CASE WHEN expires_at <= now() THEN now() END,
    fence = nextval({fences}),
    worker = by_worker,
    claimed_at = now(),
    attempts = m.attempts + CASE WHEN expires_at <= now() THEN 0 ELSE 1 END
  FROM chosen WHERE m.id = chosen.id
  RETURNING m.id, m.fence::text, m.attempts, m.stream, m.envelope_from, m.recipients, m.message_id,
    m.metadata_key, m.metadata_value, m.bytes, m.key_id, m.state,
    (extract(epoch FROM now() - m.due_at) * 1000)::float8,
    (SELECT array_agg(s.address) FROM {schema}.suppressions AS s
     WHERE s.stream = m.stream AND s.reason IS NOT NULL
       AND s.address IN (SELECT lower(r) FROM unnest(m.recipients) AS r));
END
$claim$;
