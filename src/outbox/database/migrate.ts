import { OutboxError } from "../../errors.ts";
import type { Database, Runner } from "./database.ts";
import { toOutboxError } from "./database-error.ts";
import { readMigrations } from "./migration-files.ts";
import { notifyChannel } from "./notices.ts";

/** First part of the advisory lock that lets one process at a time migrate. */
const migrationLock = 4_907_116;

/** The version of the tables that this code is written for. */
export function ownVersion(): number {
  return readMigrations().at(-1)?.version ?? 0;
}

/**
 * Brings the tables to the version of this code. With several processes at once, one does it and
 * the others wait. Tables that are newer are left alone.
 *
 * @throws {OutboxError} when the tables are newer than this code, or may not be changed
 */
export async function migrate(database: Database): Promise<void> {
  try {
    const known = await readVersion(database).catch(() => 0);
    const own = ownVersion();
    if (known < own) await database.transaction((tx) => apply(tx, database));
    else checkVersion(known, own, database.schemaName);
  } catch (error) {
    throw toOutboxError("open the outbox", error);
  }
}

/** The version of the tables. */
export async function readVersion({ schema, run }: Database): Promise<number> {
  const [row] = await run<{ version: number | null }>(
    `SELECT max(version) AS version FROM ${schema}.migrations`,
  );
  return row?.version ?? 0;
}

/** @throws {OutboxError} when the tables are newer than this code */
export function checkVersion(known: number, own: number, schemaName: string): void {
  if (known <= own) return;
  throw new OutboxError(
    `Cannot use the outbox: the tables in schema "${schemaName}" are of version ${known}, and this app knows versions up to ${own}; update letterpress in this app. Nothing was changed`,
    { kind: "schema" },
  );
}

/** The text of a migration for one schema. */
function fillIn(sql: string, schema: string): string {
  return sql
    .replaceAll("{schema}", () => schema)
    .replaceAll("{notify}", () => notifyChannel(schema))
    .replaceAll("{fences}", () => `'${schema.replaceAll("'", "''")}.fences'`);
}

async function apply(tx: Runner, { schema, schemaName }: Database): Promise<void> {
  await tx.run("SELECT pg_advisory_xact_lock($1, hashtext($2))", [migrationLock, schemaName]);
  const [found] = await tx.run("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schemaName]);
  if (!found) await tx.run(`CREATE SCHEMA ${schema}`);
  await tx.run(
    `CREATE TABLE IF NOT EXISTS ${schema}.migrations (
       version integer PRIMARY KEY,
       name text NOT NULL,
       applied_at timestamptz NOT NULL DEFAULT now()
     )`,
  );
  const [row] = await tx.run<{ version: number | null }>(
    `SELECT max(version) AS version FROM ${schema}.migrations`,
  );
  const known = row?.version ?? 0;
  checkVersion(known, ownVersion(), schemaName);
  for (const { version, name, sql } of readMigrations()) {
    if (version <= known) continue;
    await tx.run(fillIn(sql, schema));
    await tx.run(`INSERT INTO ${schema}.migrations (version, name) VALUES ($1, $2)`, [
      ...[version, name],
    ]);
  }
}
