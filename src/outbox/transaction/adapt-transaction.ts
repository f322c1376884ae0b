import { OutboxError } from "../../errors.ts";
import type { Row, Runner } from "../database/database.ts";

/** Runs one statement whose values are all text. */
type Run = (sql: string, values: readonly unknown[]) => Promise<unknown>;

/** What a library's transaction may have. Asked for, never assumed. */
interface Candidate {
  readonly unsafe?: unknown;
  readonly begin?: unknown;
  readonly $queryRawUnsafe?: unknown;
  readonly $transaction?: unknown;
  readonly executeQuery?: unknown;
  readonly isTransaction?: unknown;
  readonly execute?: unknown;
  readonly session?: unknown;
  readonly $client?: unknown;
  readonly query?: unknown;
  readonly totalCount?: unknown;
  readonly idleCount?: unknown;
}

/** How the transactions of one library are known, told from what is none, and used. */
interface Library {
  readonly name: string;
  is(tx: Candidate): boolean;
  /** What is wrong, where it is not a transaction but what one begins from. */
  problem(tx: Candidate): string | undefined;
  run(tx: Candidate): Run;
}

const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === "function";

/** In this order: Drizzle's transaction has a `query` too, which is no function. */
const libraries: readonly Library[] = [
  {
    name: "postgres.js",
    is: (tx) => isFunction(tx) && isFunction(tx.unsafe),
    problem: (tx) =>
      isFunction(tx.begin) ? "give the 'sql' that sql.begin() hands to its function" : undefined,
    run: (tx) => async (sql, values) => call(tx, "unsafe", sql, [...values]),
  },
  {
    name: "Prisma",
    is: (tx) => isFunction(tx.$queryRawUnsafe),
    problem: (tx) =>
      isFunction(tx.$transaction)
        ? "give the 'tx' that prisma.$transaction() hands to its function"
        : undefined,
    run: (tx) => async (sql, values) => call(tx, "$queryRawUnsafe", sql, ...values),
  },
  {
    name: "Kysely",
    is: (tx) => isFunction(tx.executeQuery),
    problem: (tx) =>
      tx.isTransaction === true ? undefined : "give the 'trx' of db.transaction().execute()",
    run: (tx) => async (sql, parameters) =>
      call(tx, "executeQuery", {
        ...{ sql, parameters, queryId: { queryId: "letterpress" } },
        query: { kind: "RawNode", sqlFragments: [sql], parameters: [] },
      }),
  },
  {
    name: "Drizzle",
    is: (tx) => isFunction(tx.execute) && typeof tx.session === "object",
    problem: (tx) =>
      tx.$client === undefined
        ? undefined
        : "give the 'tx' that db.transaction() hands to its function",
    run: (tx) => async (sql, params) => {
      // What Drizzle asks of a query of its own: to tell its text and its values.
      const query = { getSQL: () => query, toQuery: () => ({ sql, params: [...params] }) };
      return call(tx, "execute", query);
    },
  },
  {
    name: "pg",
    is: (tx) => isFunction(tx.query),
    problem: (tx) =>
      tx.totalCount !== undefined && tx.idleCount !== undefined
        ? "it is a pool, of which each query may take another connection; give the client of pool.connect() that BEGIN ran on"
        : undefined,
    run: (tx) => async (sql, values) => call(tx, "query", sql, [...values]),
  },
];

/**
 * A transaction of the caller's own library, as something that runs statements: of `pg`,
 * `postgres.js`, Drizzle, Prisma or Kysely, or any object with `query(sql, values)` that gives rows
 * or `{ rows }`.
 *
 * @throws {OutboxError} when it is none, or is what a transaction begins from
 */
export function adaptTransaction(tx: unknown): Runner {
  const candidate = (tx ?? {}) as Candidate;
  const library = libraries.find(({ is }) => is(candidate));
  if (!library) {
    throw new OutboxError(
      "Cannot enqueue: 'tx' is no transaction; give one of pg, postgres.js, Drizzle, Prisma or Kysely, or an object with query(sql, values)",
      { kind: "transaction" },
    );
  }
  const problem = library.problem(candidate);
  if (problem !== undefined) {
    throw new OutboxError(
      `Cannot enqueue: 'tx' comes from ${library.name} and is no transaction, so the message would not be part of one; ${problem}`,
      { kind: "transaction" },
    );
  }
  const run = library.run(candidate);
  return {
    run: async <Result extends object = Row>(sql: string, values: readonly unknown[] = []) =>
      toRows(await run(sql, values)) as Result[],
  };
}

function call(tx: Candidate, method: keyof Candidate, ...args: unknown[]): unknown {
  return (tx[method] as (...args: unknown[]) => unknown).apply(tx, args);
}

function toRows(result: unknown): Row[] {
  if (Array.isArray(result)) return result;
  const { rows } = (result ?? {}) as { rows?: unknown };
  return Array.isArray(rows) ? rows : [];
}
