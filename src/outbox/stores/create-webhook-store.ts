import type { WebhookEventType } from "../../webhook/event.ts";
import { decideClaim } from "../../webhook/store/claim-state.ts";
import type {
  WebhookFilter,
  WebhookRecord,
  WebhookStatus,
  WebhookStore,
} from "../../webhook/store/webhook-store.ts";
import { createConditions } from "../database/conditions.ts";
import type { Database } from "../database/database.ts";

/** How many rows are read at a time. */
const pageSize = 500;

interface WebhookRow {
  readonly id: string;
  readonly body: string;
  readonly received_at: Date;
  readonly record_type: string;
  readonly types: WebhookEventType[];
  readonly recipients: string[];
  readonly status: WebhookStatus;
  readonly attempts: number;
  readonly updated_at: Date;
  readonly error: string | null;
  readonly place: string;
}

/**
 * Keeps webhooks in the database of an outbox.
 *
 * @param open gives the database, its tables made
 */
export function createWebhookStore(open: () => Promise<Database>): WebhookStore {
  return {
    async claim(arrival, options) {
      const database = await open();
      const { schema } = database;
      const now = new Date(options.now);
      return database.transaction(async (tx) => {
        const inserted = await tx.run(
          `INSERT INTO ${schema}.webhooks
             (id, body, received_at, record_type, types, recipients, status, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, 'handling', $7)
           ON CONFLICT (md5(id)) DO NOTHING RETURNING id`,
          [
            ...[arrival.id, arrival.body, arrival.receivedAt, arrival.recordType],
            ...[arrival.types, arrival.recipients, now],
          ],
        );
        if (inserted.length > 0) return "handle";
        const [known] = await tx.run<{ status: WebhookStatus; updatedAt: Date }>(
          `SELECT status, updated_at AS "updatedAt" FROM ${schema}.webhooks
           WHERE md5(id) = md5($1) FOR UPDATE`,
          [arrival.id],
        );
        const claim = decideClaim(known, options);
        if (claim === "handle") {
          await tx.run(
            `UPDATE ${schema}.webhooks SET status = 'handling', attempts = attempts + 1,
               updated_at = $2, error = NULL WHERE md5(id) = md5($1)`,
            [arrival.id, now],
          );
        }
        return claim;
      });
    },
    async settle(id, { now, error }) {
      const { run, schema } = await open();
      await run(
        `UPDATE ${schema}.webhooks SET status = $2, updated_at = $3, error = $4
         WHERE md5(id) = md5($1)`,
        [id, error === undefined ? "done" : "failed", new Date(now), error ?? null],
      );
    },
    async *list(filter = {}) {
      const { run, schema } = await open();
      let after: WebhookRow | undefined;
      for (;;) {
        const { where, values } = toConditions(filter, after);
        const rows = await run<WebhookRow>(
          `SELECT *, md5(id) AS place FROM ${schema}.webhooks ${where}
           ORDER BY received_at, md5(id) LIMIT ${pageSize}`,
          values,
        );
        for (const row of rows) yield toRecord(row);
        if (rows.length < pageSize) return;
        after = rows.at(-1);
      }
    },
    async close() {},
  };
}

function toConditions(filter: WebhookFilter, after: WebhookRow | undefined) {
  const { add, values, where } = createConditions();
  add(filter.ids, (v) => `id = ANY (${v})`);
  add(filter.status, (v) => `status = ${v}`);
  add(filter.type, (v) => `${v} = ANY (types)`);
  add(filter.recipient?.toLowerCase(), (v) => `${v} = ANY (recipients)`);
  add(filter.since, (v) => `received_at >= ${v}`);
  add(filter.until, (v) => `received_at < ${v}`);
  if (after) {
    values.push(after.received_at);
    add(after.place, (v) => `(received_at, md5(id)) > ($${values.length - 1}, ${v})`);
  }
  return { values, where: where() };
}

function toRecord(row: WebhookRow): WebhookRecord {
  return {
    ...{ id: row.id, body: row.body, receivedAt: row.received_at, recordType: row.record_type },
    ...{ types: row.types, recipients: row.recipients, status: row.status },
    ...{ attempts: row.attempts, updatedAt: row.updated_at, error: row.error ?? undefined },
  };
}
