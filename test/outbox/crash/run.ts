import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { createPostmarkTransport, createSender } from "../../../src/index.ts";
import { isPassing } from "../../../src/outbox/database/database-error.ts";
import { createOutbox } from "../../../src/outbox/index.ts";
import { bundleProgram } from "../bundle.ts";
import { type FarSide, startFarSide } from "./far-side.ts";
import type { WorkerTask } from "./worker-program.ts";

/** Longest time for a scenario to come to its end. */
const patienceMs = 120_000;

/** What became of the messages of a scenario. */
export interface Tally {
  readonly messages: number;
  readonly neverDelivered: number;
  readonly extraCopies: number;
  readonly held: number;
  /** Of those never delivered, how many are neither held nor refused. */
  readonly unexplained: number;
  readonly seconds: number;
}

/** One scenario under way. */
export interface Run {
  readonly far: FarSide;
  readonly url: string;
  readonly schema: string;
  enqueue(count: number): Promise<void>;
  startWorker(task?: Partial<WorkerTask>): Promise<ChildProcess>;
  /** Waits until nothing is open but what is held, ends all workers and counts. */
  finish(): Promise<Tally>;
  query(sql: string, values?: unknown[]): Promise<Record<string, never>[]>;
}

let count = 0;

/** Begins a scenario on a database; `search`: whether what is uncertain can be looked up. */
export async function beginRun(url: string, options: { search?: boolean } = {}): Promise<Run> {
  const { search = true } = options;
  count += 1;
  // A name of its own, since a run that was ended leaves its tables on a server that is not ours.
  const schema = `crash_${process.pid}_${count}`;
  const far = await startFarSide();
  const workers: ChildProcess[] = [];
  const begun = performance.now();
  const program = await bundleProgram("test/outbox/crash/worker-program.ts");
  const outbox = createOutbox({
    ...{ url, schema },
    sender: createSender({
      transport: createPostmarkTransport({ url: far.smtpUrl }),
      from: "shop@shop.example",
    }),
  });
  await outbox.ready();
  const query = async (sql: string, values: unknown[] = []) => {
    for (;;) {
      const client = new Client({ connectionString: url });
      client.on("error", () => {});
      try {
        await client.connect();
        return (await client.query(sql.replaceAll("{schema}", schema), values)).rows;
      } catch (error) {
        // The database may be the one that was killed.
        if (!isPassing(error)) throw error;
        await sleep(200);
      } finally {
        // A connection of a server that was killed may never come to its end.
        void client.end().catch(() => {});
      }
    }
  };
  return {
    ...{ far, url, schema, query },
    async enqueue(amount) {
      const items = Array.from({ length: amount }, (_, i) => ({
        message: { to: `r${i}@example.com`, subject: `Order ${i}`, text: `Thank you ${i}\n` },
        key: `order/${i}`,
      }));
      await outbox.enqueueMany(items);
    },
    async startWorker(task = {}) {
      const whole: WorkerTask = {
        ...{ url, schema, smtpUrl: far.smtpUrl, concurrency: 5, maxConnections: 10 },
        searchUrl: search ? far.searchUrl : undefined,
        ...task,
      };
      const child = spawn(process.execPath, [program, JSON.stringify(whole)], {
        // The pipe ends with this process, and the worker with the pipe.
        stdio: ["pipe", "inherit", "inherit"],
      });
      workers.push(child);
      return child;
    },
    async finish() {
      const until = Date.now() + patienceMs;
      while (Date.now() < until) {
        const [open] = await query(
          `SELECT count(*)::int AS n FROM {schema}.messages
           WHERE state IN ('queued', 'retry', 'sending', 'uncertain')`,
        );
        if (open?.n === 0) break;
        if (process.env.CRASH_VERBOSE) await report(query);
        await sleep(150);
      }
      await Promise.all(workers.map(endWorker));
      const rows = await query("SELECT id::text, state FROM {schema}.messages");
      const copies = far.copies();
      const stateOf = ({ state }: Record<string, unknown>) => String(state);
      const missing = rows.filter(({ id }) => !copies.has(id));
      const explained = missing.filter((row) => ["held", "rejected"].includes(stateOf(row)));
      await outbox.close();
      await query("DROP SCHEMA {schema} CASCADE");
      await far.close();
      return {
        messages: rows.length,
        neverDelivered: missing.length,
        extraCopies: [...copies.values()].reduce((sum, each) => sum + each - 1, 0),
        held: rows.filter((row) => stateOf(row) === "held").length,
        unexplained: missing.length - explained.length,
        seconds: (performance.now() - begun) / 1_000,
      };
    },
  };
}

async function report(query: Run["query"]): Promise<void> {
  const states = await query(
    "SELECT state, count(*)::int, max(reason) FROM {schema}.messages GROUP BY 1",
  );
  const channels = await query("SELECT * FROM {schema}.channels");
  console.log(new Date().toISOString(), JSON.stringify(states), JSON.stringify(channels));
}

async function endWorker(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}
