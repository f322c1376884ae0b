import type { Database, Runner } from "../database/database.ts";
import { notifyChannel, sharesPayload } from "../database/notices.ts";

/** First part of the advisory lock under which shares are dealt. */
const sharesLock = 4_907_117;

/** What a worker asks for. */
export interface ShareRequest {
  readonly worker: string;
  readonly channel: string;
  /** How many connections it would use. */
  readonly wanted: number;
  /** How many it uses now, which it cannot give back yet. */
  readonly inUse: number;
  /** The limit over all workers. */
  readonly limit: number;
  /** The machine whose workers share the limit; `undefined`: all machines. */
  readonly host: string | undefined;
}

interface ShareRow {
  readonly worker: string;
  readonly wanted: number;
  readonly granted: number;
}

/**
 * Deals the connections of a channel again. A worker gives up what is more than its part as soon as
 * it is not in use, and takes only what others have given up: at no time are more than the limit
 * granted.
 *
 * @returns how many the worker may use from now on
 */
export async function negotiateShare(database: Database, request: ShareRequest): Promise<number> {
  const { schema, schemaName } = database;
  const { worker, channel, wanted } = request;
  const before = await readShares(database, schema, request);
  const settled = deal(before, request);
  // Mostly nothing changes; then no one has to wait for anyone.
  if (settled.own?.granted === settled.granted && settled.own.wanted === wanted) {
    return settled.granted;
  }
  return database.transaction(async (tx) => {
    await tx.run("SELECT pg_advisory_xact_lock($1, hashtext($2))", [
      ...[sharesLock, `${schemaName} ${channel}`],
    ]);
    const rows = await readShares(tx, schema, request);
    const { granted, own, othersMayTake } = deal(rows, request);
    await tx.run(
      `INSERT INTO ${schema}.shares (worker, channel, wanted, granted) VALUES ($1, $2, $3, $4)
       ON CONFLICT (worker, channel) DO UPDATE SET wanted = $3, granted = $4`,
      [worker, channel, wanted, granted],
    );
    // Only what others can act on is said: that one has come, or has given something back.
    if (othersMayTake && (!own || own.granted > granted)) {
      await tx.run(`SELECT pg_notify(${notifyChannel(schema)}, $1)`, [sharesPayload]);
    }
    return granted;
  });
}

function readShares(runner: Runner, schema: string, { channel, host }: ShareRequest) {
  return runner.run<ShareRow>(
    `SELECT s.worker, s.wanted, s.granted FROM ${schema}.shares AS s
     JOIN ${schema}.workers AS w ON w.id = s.worker
     WHERE s.channel = $1 AND w.lease_until > now() AND ($2::text IS NULL OR w.host = $2)`,
    [channel, host ?? null],
    "letterpress-shares",
  );
}

function deal(rows: readonly ShareRow[], { worker, wanted, inUse, limit }: ShareRequest) {
  const own = rows.find((row) => row.worker === worker);
  const others = rows.filter((row) => row.worker !== worker);
  const taken = others.reduce((sum, { granted }) => sum + granted, 0);
  const part = fairPart(worker, wanted, others, limit);
  const kept = Math.min(inUse, own?.granted ?? 0);
  const granted = Math.max(Math.min(part, limit - taken), kept, 0);
  return { own, granted, othersMayTake: others.length > 0 };
}

/** Deals the limit one by one to those who want more, in the order of their ids. */
function fairPart(
  worker: string,
  wanted: number,
  others: readonly ShareRow[],
  limit: number,
): number {
  const all = [...others, { worker, wanted, granted: 0 }].sort((a, b) =>
    a.worker < b.worker ? -1 : 1,
  );
  const parts = new Map(all.map((each) => [each.worker, 0]));
  let left = limit;
  let dealt = true;
  while (left > 0 && dealt) {
    dealt = false;
    for (const each of all) {
      const part = parts.get(each.worker) ?? 0;
      if (left === 0 || part >= each.wanted) continue;
      parts.set(each.worker, part + 1);
      left -= 1;
      dealt = true;
    }
  }
  return parts.get(worker) ?? 0;
}
