import { createPostmarkTransport, createSender } from "../../../src/index.ts";
import { openDatabase } from "../../../src/outbox/database/database.ts";
import { createOutbox } from "../../../src/outbox/index.ts";
import { readSettings } from "../../../src/outbox/settings.ts";
import { type ClaimedMessage, claimMessages } from "../../../src/outbox/work/claim.ts";
import { Lease } from "../../../src/outbox/work/lease.ts";
import { createSettle } from "../../../src/outbox/work/settle.ts";

/** How often each is measured. */
const times = 60;

/** Milliseconds to claim one of so many and to settle it, and to claim fifty. */
export async function measureBacklog(url: string, size: number) {
  const transport = createPostmarkTransport({ url: "smtp://127.0.0.1:1" });
  const schema = `backlog_${size}`;
  const options = { url, schema, sender: createSender({ transport, from: "a@b.example" }) };
  const outbox = createOutbox(options);
  await outbox.ready();
  await outbox.close();
  const database = openDatabase({ url, schema, maxConnections: 10 });
  const lease = new Lease(database, 600_000);
  await lease.renew();
  await database.run(
    `INSERT INTO ${schema}.messages (id, content_hash, channel, stream, priority, envelope_from,
       recipients, message_id, subject, size_bytes, bytes, bytes_hash)
     SELECT gen_random_uuid(), '', 'default', 'outbound', 2, 'a@b.example', '{ada@example.com}',
       '<x>', 'Hi', 4, 'text', '' FROM generate_series(1, $1)`,
    [size],
  );
  await database.run(`ANALYZE ${schema}.messages`);
  const settle = createSettle(database, readSettings(options));
  const claim = (limit: number) =>
    claimMessages(database, {
      ...{ channel: "default", worker: lease.id, limit, keyIds: [], maxPerSecond: undefined },
    });
  const settleAll = (messages: readonly ClaimedMessage[]) =>
    Promise.all(
      messages.map((message) =>
        settle(message, {
          ...{ kind: "accepted", accepted: [...message.recipients], refused: [], remaining: [] },
          reply: "250 ok",
        }),
      ),
    );
  const one: number[] = [];
  const fifty: number[] = [];
  for (let i = 0; i < times; i++) {
    const begun = performance.now();
    await settleAll(await claim(1));
    one.push(performance.now() - begun);
  }
  // A fifth of them, so that a thousand last.
  for (let i = 0; i < times / 5; i++) {
    const begun = performance.now();
    const messages = await claim(50);
    fifty.push(performance.now() - begun);
    await settleAll(messages);
  }
  await database.run(`DROP SCHEMA ${schema} CASCADE`);
  await database.close();
  return { one, fifty };
}
