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
  /** Milliseconds from due to accepted, of half and of all but a twentieth; a twentieth more or less. */
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

/** States of what was sent; the others of which something is counted. */
const sentStates: readonly string[] = [
  ...["accepted", "delivered", "opened", "clicked", "bounced", "complained"],
];
const countedStates = [...sentStates, "rejected"].map((state) => `'${state}'`).join(", ");

/** Durations are counted in classes, each so many times as long as the one before. */
const classFactor = 1.1;

// date_part gives a double; extract a numeric, which is many times slower.
/** A message that was never tried again was due when it was to go; of another, only its birth is known. */
const acceptMs = `date_part('epoch', settled_at - CASE WHEN attempts <= 1
  THEN greatest(created_at, due_at) ELSE created_at END) * 1000`;
const queueMs = `date_part('epoch', claimed_at - greatest(created_at, due_at)) * 1000`;

/** Reads what became of the messages by the time at which they were sent. */
export async function readPlots(database: Database, request: PlotRequest): Promise<Plots> {
  const { from, to, stepSeconds, by } = request;
  const values = [from, to, stepSeconds];
  const table = `${database.schema}.messages`;
  const range = `settled_at >= $1 AND settled_at < $2 AND state IN (${countedStates})`;
  const at = "floor(date_part('epoch', settled_at) / $3::float8) * $3::float8 AS at";
  const [rows, splits] = await Promise.all([
    database.run<StateRow & DurationRow>(
      `SELECT ${at}, state,
         floor(ln(greatest(1, ${acceptMs})) / ln(${classFactor}::float8))::integer AS class,
         count(*)::integer AS amount, max(${queueMs}) AS queue
       FROM ${table} WHERE ${range} GROUP BY 1, 2, 3 ORDER BY 1, 3`,
      values,
    ),
    by === undefined
      ? []
      : database.run<StateRow & { readonly name: string }>(
          `WITH counted AS MATERIALIZED (
             SELECT coalesce(${by}, '') AS name, ${at}, state, count(*)::integer AS amount
             FROM ${table} WHERE ${range} GROUP BY 1, 2, 3
           ), most AS (
             SELECT name, sum(amount) AS all_of_it FROM counted
             GROUP BY name ORDER BY 2 DESC, 1 LIMIT ${mostSplits}
           )
           SELECT name, at, state, amount FROM counted JOIN most USING (name)
           ORDER BY all_of_it DESC, name, at`,
          values,
        ),
  ]);
  const steps = byStep(rows).map(([time, own]) => ({
    at: time,
    ...countStates(own),
    ...durationsOf(own.filter(({ state }) => sentStates.includes(state))),
  }));
  return { steps, splits: toSplits(splits) };
}

interface StateRow {
  readonly at: number;
  readonly state: string;
  readonly amount: number;
}

interface DurationRow {
  readonly class: number;
  readonly queue: number | null;
}

function byStep<Row extends StateRow>(rows: readonly Row[]): [number, Row[]][] {
  const steps = new Map<number, Row[]>();
  for (const row of rows) {
    const step = steps.get(row.at);
    if (step) step.push(row);
    else steps.set(row.at, [row]);
  }
  return [...steps];
}

/** An open proves the delivery, and so does a complaint. */
function countStates(rows: readonly StateRow[]): PlotCounts {
  const sum = (...states: readonly string[]) =>
    rows.reduce((total, { state, amount }) => total + (states.includes(state) ? amount : 0), 0);
  return {
    sent: sum(...sentStates),
    delivered: sum("delivered", "opened", "clicked", "complained"),
    opened: sum("opened", "clicked"),
    clicked: sum("clicked"),
    bounced: sum("bounced"),
    complained: sum("complained"),
    rejected: sum("rejected"),
  };
}

/** @param rows by class, the shortest first */
function durationsOf(
  rows: readonly (StateRow & DurationRow)[],
): Pick<PlotStep, "acceptMs" | "queueMs"> {
  const all = rows.reduce((total, { amount }) => total + amount, 0);
  const quantile = (share: number) => {
    let left = all * share;
    const row = rows.find(({ amount }) => {
      left -= amount;
      return left <= 0;
    });
    return Math.round(classFactor ** ((row?.class ?? 0) + 0.5));
  };
  const queues = rows.flatMap(({ queue }) => (queue === null ? [] : [Math.max(0, queue)]));
  return {
    acceptMs: all > 0 ? [quantile(0.5), quantile(0.95)] : undefined,
    queueMs: queues.length > 0 ? Math.round(Math.max(...queues)) : undefined,
  };
}

function toSplits(rows: readonly (StateRow & { readonly name: string })[]): readonly PlotSplit[] {
  const names = [...new Set(rows.map(({ name }) => name))];
  return names.map((name) => ({
    name,
    steps: byStep(rows.filter((row) => row.name === name)).map(([at, own]) => {
      return { at, ...countStates(own) };
    }),
  }));
}
