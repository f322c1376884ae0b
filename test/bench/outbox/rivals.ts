import { Logger, makeWorkerUtils, runOnce } from "graphile-worker";
import { Pool, type PoolClient } from "pg";
import { PgBoss } from "pg-boss";
import {
  createPostmarkTransport,
  createSender,
  type StoredMessage,
  type Transport,
} from "../../../src/index.ts";
import { openDatabase } from "../../../src/outbox/database/database.ts";
import { createOutbox, type OutboxEvent } from "../../../src/outbox/index.ts";
import { readSettings } from "../../../src/outbox/settings.ts";
import { claimMessages } from "../../../src/outbox/work/claim.ts";
import { Lease } from "../../../src/outbox/work/lease.ts";
import { createSettle } from "../../../src/outbox/work/settle.ts";
import { installBullMq } from "../../outbox/rivals/bull-mq.ts";
import { atOnce, countWorked, often, type Rival, text } from "./rival.ts";

/** Runs a transaction of an app, with a row of its own in it. */
async function withOrder(pool: Pool, work: (tx: PoolClient) => Promise<unknown>): Promise<number> {
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("INSERT INTO orders DEFAULT VALUES");
  await work(client);
  await client.query("COMMIT");
  client.release();
  return 1;
}

async function openOutbox(url: string): Promise<Rival> {
  // A server that takes everything at once: what is measured is the outbox.
  const transport: Transport = Object.assign(
    createPostmarkTransport({ url: "smtp://127.0.0.1:1" }),
    {
      deliverComposed: async ({ to, messageId }: StoredMessage) => ({
        ...{ messageId, accepted: to, rejected: [], response: "250 ok" },
      }),
    },
  );
  let told = () => {};
  const options = {
    ...{ url, schema: "bench", maxDatabaseConnections: atOnce, maxConnections: 4 * atOnce },
    sender: createSender({ transport, from: "shop@shop.example" }),
    onEvent: (event: OutboxEvent) => {
      if (event.type === "state" && event.state === "accepted") told();
    },
  };
  const outbox = createOutbox(options);
  const settings = readSettings(options);
  const database = openDatabase({ url, schema: "bench", maxConnections: atOnce });
  const pool = new Pool({ connectionString: url, max: atOnce });
  await outbox.ready();
  const lease = new Lease(database, 600_000);
  await lease.renew();
  const settle = createSettle(database, settings);
  const outcome = {
    kind: "accepted",
    ...{ accepted: ["ada@example.com"], refused: [], remaining: [], reply: "250 ok" },
  } as const;
  const claim = (limit: number) =>
    claimMessages(database, {
      ...{ channel: "default", worker: lease.id, limit, keyIds: [], maxPerSecond: undefined },
    });
  const mail = { to: "ada@example.com", subject: "Hi", text };
  return {
    putIn: (amount) => often(amount, async () => ((await outbox.enqueue(mail)).isNew ? 1 : 0)),
    putInWithin: (amount) =>
      often(amount, () => withOrder(pool, (tx) => outbox.enqueue(mail, { tx }))),
    takeOneByOne: (amount) =>
      often(amount, async () => {
        const messages = await claim(1);
        for (const message of messages) await settle(message, outcome);
        return messages.length;
      }),
    takeByWorker: (amount) =>
      countWorked(amount, (tell) => {
        const end = new AbortController();
        told = tell;
        const worked = outbox.work({ concurrency: atOnce, signal: end.signal });
        return () => {
          end.abort();
          return worked;
        };
      }),
    async takeByFifty(amount) {
      let count = 0;
      while (count < amount) {
        const messages = await claim(50);
        if (messages.length === 0) break;
        count += messages.length;
        await Promise.all(messages.map((message) => settle(message, outcome)));
      }
      return count;
    },
    async close() {
      await lease.end();
      await outbox.close();
      await database.close();
      await pool.end();
    },
  };
}

async function openBoss(url: string): Promise<Rival> {
  const boss = new PgBoss({ connectionString: url, max: atOnce });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("mail").catch(() => {});
  const pool = new Pool({ connectionString: url, max: atOnce });
  const dbOf = (tx: PoolClient) => ({
    executeSql: async (sql: string, values?: unknown[]) => tx.query(sql, values ?? []),
  });
  return {
    putIn: (amount) => often(amount, async () => ((await boss.send("mail", { text })) ? 1 : 0)),
    putInWithin: (amount) =>
      often(amount, () => withOrder(pool, (tx) => boss.send("mail", { text }, { db: dbOf(tx) }))),
    takeOneByOne: (amount) =>
      often(amount, async () => {
        const jobs = await boss.fetch("mail");
        for (const { id } of jobs) await boss.complete("mail", id);
        return jobs.length;
      }),
    async takeByFifty(amount) {
      let count = 0;
      while (count < amount) {
        const jobs = await boss.fetch("mail", { batchSize: 50 });
        if (jobs.length === 0) break;
        count += jobs.length;
        await Promise.all(jobs.map(({ id }) => boss.complete("mail", id)));
      }
      return count;
    },
    async close() {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}

async function openGraphile(url: string): Promise<Rival> {
  const utils = await makeWorkerUtils({ connectionString: url, maxPoolSize: atOnce });
  await utils.migrate();
  const pool = new Pool({ connectionString: url, max: atOnce });
  const add = "SELECT graphile_worker.add_job('mail', $1::json)";
  return {
    putIn: (amount) => often(amount, async () => ((await utils.addJob("mail", { text })) ? 1 : 0)),
    putInWithin: (amount) =>
      often(amount, () => withOrder(pool, (tx) => tx.query(add, [JSON.stringify({ text })]))),
    // It takes all there is.
    async takeByWorker() {
      let count = 0;
      await runOnce({
        ...{ connectionString: url, concurrency: atOnce, maxPoolSize: atOnce },
        ...{ noHandleSignals: true, logger: new Logger(() => () => {}) },
        taskList: {
          mail: async () => {
            count += 1;
          },
        },
      });
      return count;
    },
    async close() {
      await utils.release();
      await pool.end();
    },
  };
}

async function openBullMq(url: string): Promise<Rival> {
  const { Queue, Worker, createPostgresBackend } = await installBullMq();
  const options = { connection: { connectionString: url, migrate: true } };
  const queue = new Queue("mail", options, createPostgresBackend);
  return {
    putIn: (amount) => often(amount, async () => ((await queue.add("mail", { text })).id ? 1 : 0)),
    takeByWorker: (amount) =>
      countWorked(amount, (tell) => {
        const worker = new Worker(
          ...["mail", async () => {}, { ...options, concurrency: atOnce }, createPostgresBackend],
        );
        worker.on("error", () => {});
        worker.on("completed", tell);
        return () => worker.close();
      }),
    close: () => queue.close(),
  };
}

/** Those that are set beside each other; the first is ours. */
export const openers: Readonly<Record<string, (url: string) => Promise<Rival>>> = {
  outbox: openOutbox,
  "pg-boss": openBoss,
  "graphile-worker": openGraphile,
  BullMQ: openBullMq,
};
