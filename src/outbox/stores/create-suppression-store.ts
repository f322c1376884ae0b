import { mergeSuppression } from "../../webhook/suppressions/merge-suppression.ts";
import { isSuppressed } from "../../webhook/suppressions/suppression-key.ts";
import type {
  SuppressionOrigin,
  SuppressionReason,
  SuppressionState,
  SuppressionStore,
} from "../../webhook/suppressions/suppression-store.ts";
import type { Database } from "../database/database.ts";

/** First part of the advisory lock under which one address is changed. */
const addressLock = 4_907_119;

/** How many rows are read at a time. */
const pageSize = 500;

interface SuppressionRow {
  readonly address: string;
  readonly stream: string;
  readonly reason: SuppressionReason | null;
  readonly at: Date;
  readonly since: Date;
  readonly origin: SuppressionOrigin;
  readonly at_postmark: boolean;
}

/**
 * Keeps suppressions in the database of an outbox.
 *
 * @param open gives the database, its tables made
 */
export function createSuppressionStore(open: () => Promise<Database>): SuppressionStore {
  return {
    async find(addresses, stream) {
      if (addresses.length === 0) return [];
      const { run, schema } = await open();
      const rows = await run<SuppressionRow>(
        `SELECT * FROM ${schema}.suppressions
         WHERE address = ANY ($1) AND stream = $2 AND reason IS NOT NULL`,
        [addresses.map((address) => address.toLowerCase()), stream],
      );
      return rows.map(toState).filter(isSuppressed);
    },
    async apply(change) {
      const database = await open();
      const { schema, schemaName } = database;
      const address = change.address.toLowerCase();
      return database.transaction(async (tx) => {
        await tx.run("SELECT pg_advisory_xact_lock($1, hashtext($2))", [
          ...[addressLock, `${schemaName} ${address} ${change.stream}`],
        ]);
        const [row] = await tx.run<SuppressionRow>(
          `SELECT * FROM ${schema}.suppressions WHERE address = $1 AND stream = $2`,
          [address, change.stream],
        );
        const next = mergeSuppression(row && toState(row), { ...change, address });
        await tx.run(
          `INSERT INTO ${schema}.suppressions
             (address, stream, reason, at, since, origin, at_postmark)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (address, stream) DO UPDATE SET reason = $3, at = $4, since = $5,
             origin = $6, at_postmark = $7`,
          [
            ...[next.address, next.stream, next.reason ?? null, next.at, next.since],
            ...[JSON.stringify(next.origin), next.atPostmark],
          ],
        );
        return next;
      });
    },
    async *list({ address, stream, lifted = false } = {}) {
      const { run, schema } = await open();
      let after: SuppressionRow | undefined;
      for (;;) {
        const rows: SuppressionRow[] = await run<SuppressionRow>(
          `SELECT * FROM ${schema}.suppressions
           WHERE ($1::text IS NULL OR address = $1) AND ($2::text IS NULL OR stream = $2)
             AND ($3 OR reason IS NOT NULL)
             AND ($4::text IS NULL OR (address COLLATE "C", stream COLLATE "C") > ($4, $5))
           ORDER BY address COLLATE "C", stream COLLATE "C" LIMIT ${pageSize}`,
          [
            ...[address?.toLowerCase() ?? null, stream ?? null, lifted],
            ...[after?.address ?? null, after?.stream ?? null],
          ],
        );
        for (const row of rows) yield toState(row);
        if (rows.length < pageSize) return;
        after = rows.at(-1);
      }
    },
    async close() {},
  };
}

function toState(row: SuppressionRow): SuppressionState {
  return {
    ...{ address: row.address, stream: row.stream, reason: row.reason ?? undefined },
    ...{ at: row.at, since: row.since, origin: row.origin, atPostmark: row.at_postmark },
  };
}
