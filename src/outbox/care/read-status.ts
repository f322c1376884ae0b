import type { Database } from "../database/database.ts";
import type { MessageState } from "../message-state.ts";
import type { OutboxSettings } from "../settings.ts";

/** The states in which something is still to be done. */
export type OpenState = "queued" | "retry" | "sending" | "uncertain" | "held";

/** How one sender stands. */
export interface SenderStatus {
  readonly name: string;
  /** Messages that are due or will be. */
  readonly waiting: number;
  readonly sending: number;
  /** Milliseconds that the oldest due message has waited; 0 when none has. */
  readonly oldestDueMs: number;
  /** Set while the sender is at fault and nothing of it is sent. */
  readonly paused:
    | { readonly since: Date; readonly reason: string; readonly nextProbeAt: Date | undefined }
    | undefined;
}

/** A process that works on the outbox. */
export interface WorkerStatus {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: Date;
  /** Connections that it may use. */
  readonly connections: number;
}

/** Why messages do not go on by themselves. */
export interface StuckMessages {
  readonly state: MessageState;
  readonly reason: string;
  readonly count: number;
  readonly oldestAt: Date;
}

/** How an outbox stands. */
export interface OutboxStatus {
  /** Messages by open state. */
  readonly open: Readonly<Record<OpenState, number>>;
  /** Messages made in the last 24 hours, by state. */
  readonly lastDay: Readonly<Partial<Record<MessageState, number>>>;
  readonly senders: readonly SenderStatus[];
  readonly workers: readonly WorkerStatus[];
  readonly stuck: readonly StuckMessages[];
  /** Keys that waiting messages are sealed with and this outbox does not have. */
  readonly missingKeys: readonly string[];
}

const noneOpen: Readonly<Record<OpenState, number>> = {
  ...{ queued: 0, retry: 0, sending: 0, uncertain: 0, held: 0 },
};

/** Reads how an outbox stands. Reads what is open and the last day, never all that was. */
export async function readStatus(
  { run, schema }: Database,
  { seal }: Pick<OutboxSettings, "seal">,
): Promise<OutboxStatus> {
  const open = "'queued', 'retry'";
  const [counts, lastDay, senders, workers, stuck, missing] = await Promise.all([
    run<{ state: OpenState; count: number }>(
      `SELECT state, count(*)::int AS count FROM ${schema}.messages WHERE state IN (${open}) GROUP BY state
       UNION ALL SELECT 'sending', count(*)::int FROM ${schema}.messages WHERE state = 'sending'
       UNION ALL SELECT 'uncertain', count(*)::int FROM ${schema}.messages WHERE state = 'uncertain'
       UNION ALL SELECT 'held', count(*)::int FROM ${schema}.messages
         WHERE state IN ('held', 'rejected') AND state = 'held'`,
    ),
    run<{ state: MessageState; count: number }>(
      `SELECT state, count(*)::int AS count FROM ${schema}.messages
       WHERE created_at > now() - interval '24 hours' GROUP BY state`,
    ),
    run<SenderRow>(
      `SELECT c.name, c.paused_at, c.reason, c.probe_at, coalesce(w.waiting, 0)::int AS waiting,
         coalesce(extract(epoch FROM now() - w.oldest) * 1000, 0)::float8 AS oldest_ms,
         (SELECT count(*)::int FROM ${schema}.messages AS m
          WHERE m.state = 'sending' AND m.channel = c.name) AS sending
       FROM ${schema}.channels AS c LEFT JOIN (
         SELECT channel, count(*) AS waiting, min(due_at) FILTER (WHERE due_at <= now()) AS oldest
         FROM ${schema}.messages WHERE state IN (${open}) GROUP BY channel
       ) AS w ON w.channel = c.name ORDER BY c.name`,
    ),
    run<WorkerRow>(
      `SELECT w.id, w.host, w.pid, w.started_at,
         coalesce((SELECT sum(granted) FROM ${schema}.shares WHERE worker = w.id), 0)::int AS connections
       FROM ${schema}.workers AS w WHERE w.lease_until > now() ORDER BY w.started_at`,
    ),
    run<StuckRow>(
      `SELECT state, coalesce(reason, '') AS reason, count(*)::int AS count, min(created_at) AS oldest
       FROM ${schema}.messages WHERE state IN ('held', 'rejected') AND state = 'held' GROUP BY 1, 2
       UNION ALL
       SELECT state, coalesce(reason, ''), count(*)::int, min(created_at)
       FROM ${schema}.messages WHERE state = 'uncertain' GROUP BY 1, 2
       ORDER BY 3 DESC LIMIT 20`,
    ),
    run<{ key_id: string }>(
      `SELECT DISTINCT key_id FROM ${schema}.messages
       WHERE state IN (${open}) AND key_id IS NOT NULL AND key_id <> ALL ($1)`,
      [seal.keyIds],
    ),
  ]);
  return {
    open: { ...noneOpen, ...Object.fromEntries(counts.map(({ state, count }) => [state, count])) },
    lastDay: Object.fromEntries(lastDay.map(({ state, count }) => [state, count])),
    senders: senders.map(toSenderStatus),
    workers: workers.map(({ started_at: startedAt, ...rest }) => ({ ...rest, startedAt })),
    stuck: stuck.map(({ oldest: oldestAt, ...rest }) => ({ ...rest, oldestAt })),
    missingKeys: missing.map(({ key_id: keyId }) => keyId),
  };
}

interface SenderRow {
  readonly name: string;
  readonly paused_at: Date | null;
  readonly reason: string | null;
  readonly probe_at: Date | null;
  readonly waiting: number;
  readonly sending: number;
  readonly oldest_ms: number;
}

interface WorkerRow {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly started_at: Date;
  readonly connections: number;
}

interface StuckRow {
  readonly state: MessageState;
  readonly reason: string;
  readonly count: number;
  readonly oldest: Date;
}

function toSenderStatus(row: SenderRow): SenderStatus {
  const { name, waiting, sending, oldest_ms: oldestDueMs } = row;
  const paused = row.paused_at && {
    ...{ since: row.paused_at, reason: row.reason ?? "" },
    nextProbeAt: row.probe_at ?? undefined,
  };
  return { name, waiting, sending, oldestDueMs, paused: paused ?? undefined };
}
