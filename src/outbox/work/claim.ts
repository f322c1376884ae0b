import type { Database, Runner } from "../database/database.ts";

/** A message that this process has claimed: it is `sending`, and nobody else's. */
export interface ClaimedMessage {
  readonly id: string;
  /** A bigint as text. */
  readonly fence: string;
  readonly attempts: number;
  readonly stream: string;
  readonly envelope_from: string;
  readonly recipients: readonly string[];
  readonly message_id: string;
  readonly metadata_key: string | null;
  readonly metadata_value: string | null;
  readonly bytes: Buffer | null;
  readonly key_id: string | null;
  /** Those of the recipients that the suppressions in this database name. */
  readonly suppressed: readonly string[] | null;
  /** Milliseconds since it was due. */
  readonly age_ms: number;
  /** `expired` where it was too late; then there is nothing to do. */
  readonly state: "sending" | "expired";
}

/** What to claim. */
export interface ClaimRequest {
  readonly channel: string;
  readonly worker: string;
  readonly limit: number;
  /** Keys whose sealed messages can be opened. */
  readonly keyIds: readonly string[];
  readonly maxPerSecond: number | undefined;
}

/**
 * Claims messages of a channel that are due, high priorities first, and within a priority the
 * streams by turns. When this resolves, the claims are on disk.
 */
export async function claimMessages(
  database: Database,
  request: ClaimRequest,
): Promise<readonly ClaimedMessage[]> {
  const { maxPerSecond } = request;
  if (maxPerSecond === undefined) return runClaim(database, database.schema, request);
  return database.transaction(async (tx) => {
    const tokens = await refill(tx, database.schema, request.channel, maxPerSecond);
    const limit = Math.min(request.limit, Math.floor(tokens));
    if (limit < 1) return [];
    const rows = await runClaim(tx, database.schema, { ...request, limit });
    const spent = rows.filter(({ state }) => state === "sending").length;
    await tx.run(`UPDATE ${database.schema}.channels SET tokens = tokens - $2 WHERE name = $1`, [
      ...[request.channel, spent],
    ]);
    return rows;
  });
}

/** Reckons what may be sent now, and keeps other processes from doing the same until the end. */
async function refill(tx: Runner, schema: string, channel: string, rate: number): Promise<number> {
  const [row] = await tx.run<{ tokens: number }>(
    `UPDATE ${schema}.channels SET
       tokens = least($3, tokens + $2 * greatest(0,
         extract(epoch FROM clock_timestamp() - tokens_at)::float8)),
       tokens_at = clock_timestamp()
     WHERE name = $1 RETURNING tokens`,
    [channel, rate, Math.max(1, rate)],
  );
  return row?.tokens ?? 0;
}

function runClaim(runner: Runner, schema: string, request: ClaimRequest) {
  const { channel, worker, limit, keyIds } = request;
  return runner.run<ClaimedMessage>(
    claimStatement(schema),
    [channel, worker, limit, keyIds],
    "letterpress-claim",
  );
}

/**
 * A lane is what waits of one stream with one priority. The lanes are found by going from one to
 * the next in the index, so that neither what is done nor what is not due yet costs anything.
 */
function claimStatement(schema: string): string {
  const waiting = "state IN ('queued', 'retry')";
  return `
WITH RECURSIVE lanes AS (
  (SELECT stream, priority FROM ${schema}.messages
   WHERE channel = $1 AND ${waiting}
     AND NOT EXISTS (
       SELECT 1 FROM ${schema}.channels WHERE name = $1 AND paused_at IS NOT NULL)
   ORDER BY stream, priority LIMIT 1)
  UNION ALL
  SELECT next.stream, next.priority FROM lanes CROSS JOIN LATERAL (
    SELECT stream, priority FROM ${schema}.messages
    WHERE channel = $1 AND ${waiting}
      AND (stream, priority) > (lanes.stream, lanes.priority)
    ORDER BY stream, priority LIMIT 1
  ) AS next
), due AS (
  SELECT picked.id, lanes.priority, lanes.stream, picked.due_at FROM lanes CROSS JOIN LATERAL (
    SELECT id, due_at FROM ${schema}.messages
    WHERE channel = $1 AND stream = lanes.stream AND priority = lanes.priority AND ${waiting}
      AND due_at <= now() AND (key_id IS NULL OR key_id = ANY ($4))
    ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ) AS picked
), chosen AS (
  SELECT id FROM (
    SELECT id, priority, due_at,
      row_number() OVER (PARTITION BY priority, stream ORDER BY due_at) AS turn
    FROM due
  ) AS turns
  -- By chance, so that streams take turns also where one message is claimed at a time.
  ORDER BY priority, turn, random() LIMIT $3
)
UPDATE ${schema}.messages AS m SET
  state = CASE WHEN expires_at <= now() THEN 'expired' ELSE 'sending' END,
  settled_at = CASE WHEN expires_at <= now() THEN now() END,
  fence = nextval('${schema.replaceAll("'", "''")}.fences'),
  worker = $2,
  claimed_at = now(),
  attempts = attempts + CASE WHEN expires_at <= now() THEN 0 ELSE 1 END
FROM chosen WHERE m.id = chosen.id
RETURNING m.id, m.fence::text, m.attempts, m.stream, m.envelope_from, m.recipients, m.message_id,
  m.metadata_key, m.metadata_value, m.bytes, m.key_id, m.state,
  (extract(epoch FROM now() - m.due_at) * 1000)::float8 AS age_ms,
  (SELECT array_agg(s.address) FROM ${schema}.suppressions AS s
   WHERE s.stream = m.stream AND s.reason IS NOT NULL
     AND s.address IN (SELECT lower(r) FROM unnest(m.recipients) AS r)) AS suppressed`;
}
