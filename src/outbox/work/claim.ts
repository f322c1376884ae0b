import type { Database, Runner } from "../database/database.ts";

/** A message that this process has claimed: it is `sending`, and no one else's. */
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
    `SELECT * FROM ${schema}.claim($1, $2, $3, $4)`,
    [channel, worker, limit, keyIds],
    "letterpress-claim",
  );
}
