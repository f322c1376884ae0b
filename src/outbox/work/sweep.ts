import { headersColumn } from "../care/export-messages.ts";
import type { Database, Runner } from "../database/database.ts";
import type { OutboxSettings } from "../settings.ts";

/** First part of the advisory lock that lets one process at a time sweep. */
const sweepLock = 4_907_118;

/** Most rows that one sweep changes of a kind, so that none takes long. */
const batchSize = 1_000;

/** So long a worker's row stays after its lease, for people who look for it. */
const workersStay = "interval '1 hour'";

/**
 * Does what one process does for all: finds what dead workers left, expires what is too late, and
 * purges what is old.
 *
 * @returns whether this process was the one
 */
export async function sweep(database: Database, settings: OutboxSettings): Promise<boolean> {
  const { schema, schemaName } = database;
  return database.transaction(async (tx) => {
    const [row] = await tx.run<{ taken: boolean }>(
      "SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS taken",
      [sweepLock, schemaName],
    );
    if (!row?.taken) return false;
    await findAbandoned(tx, schema, settings.lookAfterMs[0] ?? 0);
    await expire(tx, schema);
    await purge(tx, schema, settings);
    await tx.run(`DELETE FROM ${schema}.workers WHERE lease_until < now() - ${workersStay}`);
    return true;
  });
}

/** The worker may have written the last octet of it, or none: no one knows. */
async function findAbandoned(tx: Runner, schema: string, lookAfterMs: number): Promise<void> {
  await tx.run(
    `WITH found AS (
       UPDATE ${schema}.messages AS m SET
         state = 'uncertain', was_uncertain = true, uncertain_at = now(), looks = 0, worker = NULL,
         reason = 'the process that was sending it has ended',
         due_at = now() + make_interval(secs => $1::float8 / 1000)
       WHERE m.state = 'sending' AND NOT EXISTS (
         SELECT 1 FROM ${schema}.workers AS w WHERE w.id = m.worker AND w.lease_until > now())
       RETURNING m.id, m.attempts
     )
     INSERT INTO ${schema}.events (message, type, detail)
     SELECT id, 'uncertain', jsonb_build_object('attempt', attempts,
       'reason', 'the process that was sending it has ended')
     FROM found`,
    [lookAfterMs],
  );
}

async function expire(tx: Runner, schema: string): Promise<void> {
  await tx.run(
    `UPDATE ${schema}.messages SET state = 'expired', settled_at = now()
     WHERE id IN (
       SELECT id FROM ${schema}.messages
       WHERE state IN ('queued', 'retry') AND expires_at IS NOT NULL AND expires_at <= now()
       ORDER BY expires_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,
  );
}

async function purge(tx: Runner, schema: string, settings: OutboxSettings): Promise<void> {
  await tx.run(
    `UPDATE ${schema}.messages SET
       headers = ${headersColumn},
       bytes = NULL
     WHERE id IN (
       SELECT id FROM ${schema}.messages
       WHERE settled_at < now() - make_interval(secs => $1::float8 / 1000) AND bytes IS NOT NULL
       ORDER BY settled_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,
    [settings.bodiesMs],
  );
  await tx.run(
    `DELETE FROM ${schema}.messages WHERE id IN (
       SELECT id FROM ${schema}.messages
       WHERE created_at < now() - make_interval(secs => $1::float8 / 1000)
         AND settled_at < now() - make_interval(secs => $1::float8 / 1000)
       ORDER BY created_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,
    [settings.rowsMs],
  );
  await tx.run(
    `DELETE FROM ${schema}.webhooks WHERE status = 'done' AND id IN (
       SELECT id FROM ${schema}.webhooks
       WHERE received_at < now() - make_interval(secs => $1::float8 / 1000)
       ORDER BY received_at LIMIT ${batchSize})`,
    [settings.rowsMs],
  );
}
