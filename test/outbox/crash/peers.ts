import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { PgBoss } from "pg-boss";
import { type BullMq, installBullMq } from "../rivals/bull-mq.ts";
import { type FarSide, randomFaults, startFarSide } from "./far-side.ts";
import type { Ground } from "./scenarios.ts";

/** What became of messages that others sent. */
export interface PeerTally {
  readonly neverDelivered: number;
  readonly extraCopies: number;
  /** Messages of which the caller was told that they failed. */
  readonly toldFailed: number;
  /** Of those, how many were delivered all the same. */
  readonly falselyTold: number;
  readonly seconds: number;
}

/** Sends one message, by its number. @throws when it could not */
type SendOne = (order: number) => Promise<unknown>;

/** A way to send many messages. @returns the numbers of those that it says have failed */
type Carry = (sendOne: SendOne, ground: Ground) => Promise<readonly number[]>;

const atOnce = 10;

/** So often a job is tried before it counts as failed. */
const maxTries = 20;

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

const alone: Carry = async (sendOne, { messages }) => {
  const results = await Promise.allSettled(numbers(messages).map(sendOne));
  return numbers(messages).filter((i) => results[i]?.status === "rejected");
};

const onPgBoss: Carry = async (sendOne, { url, messages }) => {
  const boss = new PgBoss({ connectionString: url, schema: "peer_boss" });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("mail");
  const options = { retryLimit: maxTries, retryDelay: 0 };
  await boss.insert(
    "mail",
    numbers(messages).map((order) => ({ ...options, data: { order } })),
  );
  const tries = new Map<number, number>();
  let done = 0;
  const failed: number[] = [];
  const work = async () => {
    while (done + failed.length < messages) {
      const [job] = await boss.fetch<{ order: number }>("mail");
      if (!job) await sleep(50);
      else {
        const { order } = job.data;
        try {
          await sendOne(order);
          await boss.complete("mail", job.id);
          done += 1;
        } catch (error) {
          tries.set(order, (tries.get(order) ?? 0) + 1);
          await boss.fail("mail", job.id, { message: String(error) });
          if ((tries.get(order) ?? 0) > maxTries) failed.push(order);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await boss.stop({ graceful: false });
  return failed;
};

const onBullMq: Carry = async (sendOne, { url, messages }) => {
  const { Queue, Worker, createPostgresBackend }: BullMq = await installBullMq();
  const connection = { connectionString: url, migrate: true };
  const queue = new Queue("peer", { connection }, createPostgresBackend);
  const options = { attempts: maxTries, backoff: { type: "fixed", delay: 50 } };
  for (const order of numbers(messages)) await queue.add("mail", { order }, options);
  let done = 0;
  const failed: number[] = [];
  const worker = new Worker(
    "peer",
    async ({ data }) => {
      await sendOne(Number(data.order));
    },
    { connection, concurrency: atOnce },
    createPostgresBackend,
  );
  worker.on("error", () => {});
  worker.on("completed", () => {
    done += 1;
  });
  worker.on("failed", (job) => {
    if (job && job.attemptsMade >= maxTries) failed.push(Number(job.data.order));
  });
  while (done + failed.length < messages) await sleep(50);
  await worker.close();
  await queue.close();
  return failed;
};

/** Those that the outbox is set beside. */
export const peers: readonly (readonly [name: string, carry: Carry])[] = [
  ["nodemailer alone, each sent once", alone],
  ["nodemailer in a job of pg-boss that is tried again on any error", onPgBoss],
  ["nodemailer in a job of BullMQ that is tried again on any error", onBullMq],
];

/** Lets a peer send the messages of the matrix through the same faults. */
export async function runPeer(carry: Carry, ground: Ground): Promise<PeerTally> {
  const far: FarSide = await startFarSide();
  far.act = randomFaults(ground.seed, 30);
  const mailer = createTransport({ url: far.smtpUrl, pool: true, maxConnections: 5 });
  const begun = performance.now();
  const failed = await carry(
    (order) =>
      mailer.sendMail({
        ...{ from: "shop@shop.example", to: `r${order}@example.com`, subject: `Order ${order}` },
        ...{ text: `Thank you ${order}\n`, headers: { "X-Order": `order-${order}` } },
      }),
    ground,
  );
  const seconds = (performance.now() - begun) / 1_000;
  mailer.close();
  const copies = far.copies("X-Order");
  await far.close();
  return {
    neverDelivered: ground.messages - copies.size,
    extraCopies: [...copies.values()].reduce((sum, each) => sum + each - 1, 0),
    toldFailed: failed.length,
    falselyTold: failed.filter((order) => copies.has(`order-${order}`)).length,
    seconds,
  };
}
