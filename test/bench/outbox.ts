/**
 * The outbox beside pg-boss and graphile-worker on one PostgreSQL, in turns: putting in, claiming and
 * settling, with 4 kB each; and claiming from a backlog.
 *
 * `npm run bench -- outbox [--jobs 1000] [--rounds 3] [--backlog 100000]`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Logger, makeWorkerUtils, run as runGraphile } from "graphile-worker";
import { PgBoss } from "pg-boss";
import { createPostmarkTransport, createSender } from "../../src/index.ts";
import { openDatabase } from "../../src/outbox/database/database.ts";
import { startEmbedded } from "../../src/outbox/embedded/start-embedded.ts";
import { createOutbox } from "../../src/outbox/index.ts";
import { readSettings } from "../../src/outbox/settings.ts";
import { claimMessages } from "../../src/outbox/work/claim.ts";
import { Lease } from "../../src/outbox/work/lease.ts";
import { settle } from "../../src/outbox/work/settle.ts";

const { values } = parseArgs({
  options: {
    jobs: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    backlog: { type: "string", default: "100000" },
  },
});
const jobs = Number(values.jobs);
const rounds = Number(values.rounds);
const backlog = Number(values.backlog);
const atOnce = 10;
const text = "x".repeat(70).concat("\n").repeat(56);

const folder = await mkdtemp(join(tmpdir(), "letterpress-bench-"));
const server = await startEmbedded(join(folder, "outbox"));
const { url } = server;

/** Runs a step so often, ten at a time. @returns how many in a second */
async function rate(amount: number, step: () => Promise<unknown>): Promise<number> {
  let left = amount;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await step();
    }),
  );
  return amount / ((performance.now() - begun) / 1_000);
}

const sender = createSender({
  transport: createPostmarkTransport({ url: "smtp://127.0.0.1:1" }),
  from: "shop@shop.example",
});
const options = { url, sender, schema: "bench" };
const outbox = createOutbox(options);
const settings = readSettings(options);
const database = openDatabase({ url, schema: "bench", maxConnections: atOnce });
await outbox.ready();
const lease = new Lease(database, 600_000);
await lease.renew();
const boss = new PgBoss({ connectionString: url, max: atOnce });
boss.on("error", () => {});
await boss.start();
await boss.createQueue("mail");
const graphile = await makeWorkerUtils({ connectionString: url, maxPoolSize: atOnce });
await graphile.migrate();

const mail = { to: "ada@example.com", subject: "Hi", text };
const accepted = {
  kind: "accepted",
  accepted: ["ada@example.com"],
  refused: [],
  remaining: [],
} as const;
const claim = (limit: number) =>
  claimMessages(database, {
    ...{ channel: "default", worker: lease.id, limit, keyIds: [], maxPerSecond: undefined },
  });

const measures: Record<string, Record<string, () => Promise<number>>> = {
  "put in, one by one": {
    outbox: () => rate(jobs, () => outbox.enqueue(mail)),
    "pg-boss": () => rate(jobs, () => boss.send("mail", { text })),
    "graphile-worker": () => rate(jobs, () => graphile.addJob("mail", { text })),
  },
  "claimed and settled, one by one": {
    outbox: () =>
      rate(jobs / 2, async () => {
        for (const message of await claim(1)) {
          await settle(database, settings, message, { ...accepted, reply: "250 ok" });
        }
      }),
    "pg-boss": () =>
      rate(jobs / 2, async () => {
        for (const job of await boss.fetch("mail")) await boss.complete("mail", job.id);
      }),
    "graphile-worker": async () => {
      let left = jobs / 2;
      let done = () => {};
      const ended = new Promise<void>((resolve) => {
        done = resolve;
      });
      const begun = performance.now();
      const runner = await runGraphile({
        ...{
          connectionString: url,
          concurrency: atOnce,
          maxPoolSize: atOnce,
          noHandleSignals: true,
        },
        logger: new Logger(() => () => {}),
        taskList: {
          mail: async () => {
            left -= 1;
            if (left === 0) done();
          },
        },
      });
      await ended;
      const seconds = (performance.now() - begun) / 1_000;
      await runner.stop();
      return jobs / 2 / seconds;
    },
  },
  "claimed by fifty, settled one by one": {
    outbox: async () => {
      const begun = performance.now();
      let count = 0;
      while (count < jobs / 2) {
        const messages = await claim(50);
        if (messages.length === 0) break;
        count += messages.length;
        await Promise.all(
          messages.map((message) =>
            settle(database, settings, message, { ...accepted, reply: "250 ok" }),
          ),
        );
      }
      return count / ((performance.now() - begun) / 1_000);
    },
    "pg-boss": async () => {
      const begun = performance.now();
      let count = 0;
      while (count < jobs / 2) {
        const found = await boss.fetch("mail", { batchSize: 50 });
        if (found.length === 0) break;
        count += found.length;
        await Promise.all(found.map(({ id }) => boss.complete("mail", id)));
      }
      return count / ((performance.now() - begun) / 1_000);
    },
  },
};

const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const results = new Map<string, Map<string, number[]>>();
// A round that does not count warms all of them up.
for (let round = -1; round < rounds; round++) {
  for (const [measure, rivals] of Object.entries(measures)) {
    const names = Object.keys(rivals);
    for (const name of round % 2 ? names.reverse() : names) {
      const figures = results.get(measure) ?? new Map<string, number[]>();
      results.set(measure, figures);
      const figure = (await rivals[name]?.()) ?? 0;
      if (round >= 0) figures.set(name, [...(figures.get(name) ?? []), figure]);
    }
  }
}
console.log(`Messages a second, 4 kB each, ${atOnce} at once; median of ${rounds}`);
for (const [measure, figures] of results) {
  const own = median(figures.get("outbox") ?? []);
  const cells = [...figures].map(([name, list]) => {
    const figure = median(list);
    return `${name} ${figure.toFixed(0)}${name === "outbox" ? "" : ` (${(own / figure).toFixed(2)} x)`}`;
  });
  console.log(`  ${measure.padEnd(40)} ${cells.join(", ")}`);
}

console.log("Milliseconds to claim one and settle it, by what waits");
for (let size = 1_000; size <= backlog; size *= 10) {
  await database.run("TRUNCATE bench.messages CASCADE");
  await database.run(
    `INSERT INTO bench.messages (id, content_hash, channel, stream, priority, envelope_from,
       recipients, message_id, subject, size_bytes, bytes, bytes_hash)
     SELECT gen_random_uuid(), '', 'default', 'outbound', 2, 'a@b.example', '{ada@example.com}',
       '<x>', 'Hi', 4, 'text', '' FROM generate_series(1, $1)`,
    [size],
  );
  await database.run("ANALYZE bench.messages");
  const times: number[] = [];
  for (let i = 0; i < 100; i++) {
    const begun = performance.now();
    for (const message of await claim(1)) {
      await settle(database, settings, message, { ...accepted, reply: "250 ok" });
    }
    times.push(performance.now() - begun);
  }
  console.log(`  ${String(size).padStart(9)}  ${median(times).toFixed(2)}`);
}

await graphile.release();
await boss.stop({ graceful: false });
await outbox.close();
await database.close();
await server.close();
await rm(folder, { recursive: true, force: true });
process.exit(0);
