import { expect, inject, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/outbox/database/database.ts";
import { claimMessages } from "../../src/outbox/work/claim.ts";
import { Lease } from "../../src/outbox/work/lease.ts";
import { openTestOutbox } from "./open-outbox.ts";

/** Puts so many messages in that are due, without what makes them messages. */
const waiting = (streams: number) =>
  `INSERT INTO {schema}.messages (id, content_hash, channel, stream, priority, envelope_from,
     recipients, message_id, subject, size_bytes, bytes, bytes_hash, due_at)
   SELECT gen_random_uuid(), '', 'default', 'stream-' || n % ${streams}, 1 + n % 3, 'a@b.example',
     '{ada@example.com}', '<x>', 'Hi', 4, 'text', '', now() - n * interval '1 second'
   FROM generate_series(1, 20000) AS n`;

test.each([
  ["one stream, its table known", 1, true],
  ["one stream, nothing known of its table", 1, false],
  ["five streams", 5, true],
])("a claim reads no more than it takes, however much waits: %s", async (_, streams, isKnown) => {
  const { schema, query, outbox } = await openTestOutbox();
  await outbox.ready();
  const database = openDatabase({ url: inject("databaseUrl"), schema, maxConnections: 2 });
  onTestFinished(() => database.close());
  const lease = new Lease(database, 60_000);
  await lease.renew();
  const request = {
    ...{ channel: "default", worker: lease.id, keyIds: [], maxPerSecond: undefined },
  };
  await database.transaction(async (tx) => {
    const claim = (limit: number) =>
      claimMessages({ ...database, run: tx.run }, { ...request, limit });
    // The connection plans while the table is empty.
    for (let i = 0; i < 7; i++) expect(await claim(1)).toEqual([]);
    await query(waiting(streams));
    if (isKnown) await query("ANALYZE {schema}.messages");
    const read = async () => {
      const [row] = await tx.run<{ read: number }>(
        `SELECT (seq_tup_read + idx_tup_fetch)::integer AS read FROM pg_stat_xact_user_tables
         WHERE relid = $1::regclass`,
        [`${database.schema}.messages`],
      );
      return row?.read ?? 0;
    };
    for (const limit of [1, 50]) {
      const before = await read();
      expect(await claim(limit)).toHaveLength(limit);
      expect((await read()) - before).toBeLessThan(100 + limit * 3 * streams * 4);
    }
  });
});
