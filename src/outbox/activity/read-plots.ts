import type { Database } from "../database/database.ts";

/** What plots are split by. */
export type PlotGroup = "email" | "tag" | "stream";

/** Which time is plotted, and how. */
export interface PlotRequest {
  readonly from: Date;
  readonly to: Date;
  /** Length of one step, in seconds. */
  readonly stepSeconds: number;
  /** @default not split */
  readonly by?: PlotGroup | undefined;
}

/** What became of the messages that were sent within one step. */
export interface PlotCounts {
  readonly sent: number;
  readonly delivered: number;
  readonly opened: number;
  readonly clicked: number;
  readonly bounced: number;
  readonly complained: number;
  /** Refused for good by the server. */
  readonly rejected: number;
}

/** One step of time. */
export interface PlotStep extends PlotCounts {
  /** When it begins, seconds since the epoch. */
  readonly at: number;
  /** Milliseconds from due to accepted, of half and of all but a twentieth of the messages. */
  readonly acceptMs: readonly [median: number, most: number] | undefined;
  /** The longest that a message waited in the queue, in milliseconds. */
  readonly queueMs: number | undefined;
}

/** What became of the messages of one email, tag or stream, by step. */
export interface PlotSplit {
  /** "" for messages without. */
  readonly name: string;
  readonly steps: readonly (PlotCounts & { readonly at: number })[];
}

/** Plots of what was sent. Steps in which nothing was are left out. */
export interface Plots {
  readonly steps: readonly PlotStep[];
  /** The most frequent ones, the most first. */
  readonly splits: readonly PlotSplit[];
}

/** So many parts are told apart. */
const mostSplits = 6;

const sentStates = "'accepted', 'delivered', 'opened', 'clicked', 'bounced', 'complained'";

/** An open proves the delivery, and so does a complaint. */
const counts = `
  count(*) FILTER (WHERE state IN (${sentStates}))::integer AS sent,
  count(*) FILTER (WHERE state IN ('delivered', 'opened', 'clicked', 'complained'))::integer AS delivered,
  count(*) FILTER (WHERE state IN ('opened', 'clicked'))::integer AS opened,
  count(*) FILTER (WHERE state = 'clicked')::integer AS clicked,
  count(*) FILTER (WHERE state = 'bounced')::integer AS bounced,
  count(*) FILTER (WHERE state = 'complained')::integer AS complained,
  count(*) FILTER (WHERE state = 'rejected')::integer AS rejected`;

/** A message that was never tried again was due when it was to go; of another, only its birth is known. */
const acceptMs = `extract(epoch FROM settled_at - CASE WHEN attempts <= 1
  THEN greatest(created_at, due_at) ELSE created_at END)::float8 * 1000`;
const queueMs = `extract(epoch FROM claimed_at - greatest(created_at, due_at))::float8 * 1000`;

/** Reads what became of the messages by the time at which they were sent. */
export async function readPlots(database: Database, request: PlotRequest): Promise<Plots> {
  const { from, to, stepSeconds, by } = request;
  const values = [from, to, stepSeconds];
  const table = `${database.schema}.messages`;
  const range = "settled_at >= $1 AND settled_at < $2";
  const at = "(floor(extract(epoch FROM settled_at) / $3::int) * $3::int)::float8 AS at";
  const isSent = `FILTER (WHERE state IN (${sentStates}))`;
  const [steps, splits] = await Promise.all([
    database.run<StepRow>(
      `SELECT ${at}, ${counts},
         percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY ${acceptMs}) ${isSent} AS accept,
         max(${queueMs}) ${isSent} AS queue
       FROM ${table} WHERE ${range} GROUP BY 1 ORDER BY 1`,
      values,
    ),
    by === undefined
      ? []
      : database.run<SplitRow>(
          `WITH most AS (
             SELECT coalesce(${by}, '') AS name, count(*) AS amount FROM ${table}
             WHERE ${range} AND state IN (${sentStates}, 'rejected') AND $3::int > 0
             GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostSplits}
           )
           SELECT most.name, ${at}, ${counts}
           FROM ${table} JOIN most ON most.name = coalesce(${by}, '') WHERE ${range}
           GROUP BY most.name, most.amount, 2 ORDER BY most.amount DESC, most.name, 2`,
          values,
        ),
  ]);
  return { steps: steps.map(toStep), splits: toSplits(splits) };
}

interface StepRow extends PlotCounts {
  readonly at: number;
  readonly accept: readonly [number, number] | null;
  readonly queue: number | null;
}

interface SplitRow extends PlotCounts {
  readonly name: string;
  readonly at: number;
}

function toStep({ accept, queue, ...rest }: StepRow): PlotStep {
  const positive = (ms: number) => Math.max(0, Math.round(ms));
  return {
    ...rest,
    acceptMs: accept ? [positive(accept[0]), positive(accept[1])] : undefined,
    queueMs: queue === null ? undefined : positive(queue),
  };
}

function toSplits(rows: readonly SplitRow[]): readonly PlotSplit[] {
  const names = [...new Set(rows.map(({ name }) => name))];
  return names.map((name) => ({
    name,
    steps: rows.filter((row) => row.name === name).map(({ name: _, ...step }) => step),
  }));
}
