import type { Database } from "../database/database.ts";

/** Up to here all are counted; more are estimated. */
const mostCounted = 20_000;

/** How many messages there are. */
export interface MessageCount {
  readonly amount: number;
  /** Whether it is what PostgreSQL estimates, which is near. */
  readonly isEstimate: boolean;
}

/** Counts the messages, or says what PostgreSQL estimates where counting would take long. */
export async function countMessages({ run, schema }: Database): Promise<MessageCount> {
  const [row] = await run<{ counted: number; estimated: number }>(
    `SELECT (SELECT count(*)::integer FROM
         (SELECT FROM ${schema}.messages LIMIT ${mostCounted + 1}) AS first_ones) AS counted,
       (SELECT reltuples::float8 FROM pg_class WHERE oid = $1::regclass) AS estimated`,
    [`${schema}.messages`],
  );
  const { counted = 0, estimated = 0 } = row ?? {};
  if (counted <= mostCounted) return { amount: counted, isEstimate: false };
  return { amount: Math.max(counted, Math.round(estimated)), isEstimate: true };
}
