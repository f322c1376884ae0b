import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { inspectProcess, readPidFile } from "../../../src/outbox/embedded/pid-file.ts";
import type { Act, Circumstances } from "../../transport/fault-server.ts";
import { bundleProgram } from "../bundle.ts";
import { randomFaults } from "./far-side.ts";
import { startProxy } from "./proxy.ts";
import { beginRun, type Run, type Tally } from "./run.ts";

/** What the scenarios run on. */
export interface Ground {
  readonly url: string;
  /** Folder of the PostgreSQL, where it is ours to kill. */
  readonly dataFolder: string | undefined;
  /** Takes hold of the PostgreSQL again, which would end with its last worker otherwise. */
  hold(): Promise<void>;
  readonly messages: number;
  readonly seed: number;
}

/** One line of the matrix. */
export interface Scenario {
  readonly name: string;
  run(ground: Ground): Promise<Tally>;
  /** What must hold. @default nothing lost, nothing twice, nothing held */
  isGood?(tally: Tally): boolean;
}

const stages: readonly (readonly [name: string, moment: string, act: Act | undefined])[] = [
  ["claimed, the server not reached", "connect", "silence"],
  ["connected", "ehlo", "silence"],
  ["after MAIL", "rcpt", "silence"],
  ["in DATA", "data", "silence"],
  ["after the dot, the message lost", "dot", "silence"],
  ["after the dot, before the answer", "dot", { keepAnd: "silence" }],
  ["after the answer, before the commit", "dot", undefined],
];

function killAt(moment: string, act: Act | undefined): Scenario["run"] {
  return async ({ url }) => {
    const run = await beginRun(url);
    await run.enqueue(20);
    const first = await run.startWorker();
    let isDone = false;
    let reached = 0;
    run.far.act = (circumstances: Circumstances) => {
      if (isDone || circumstances.moment !== moment) return undefined;
      reached += 1;
      // In the midst of the work, where there is a midst.
      if (reached < (["connect", "ehlo"].includes(moment) ? 2 : 6)) return undefined;
      isDone = true;
      if (act === undefined) setImmediate(() => first.kill("SIGKILL"));
      else first.kill("SIGKILL");
      return act;
    };
    await once(first, "exit");
    await run.startWorker();
    return run.finish();
  };
}

async function faulted(run: Run, { messages, seed }: Ground, workers: number): Promise<void> {
  run.far.act = randomFaults(seed, 30);
  await run.enqueue(messages);
  for (let i = 0; i < workers; i++) {
    // Where many processes share few cores, a sign of life takes its time.
    await run.startWorker({ concurrency: 10, maxConnections: 20, leaseMs: 2_000 + workers * 400 });
  }
}

/** Kills one of the workers again and again, and starts another in its place. */
async function faultedAndKilled(run: Run, ground: Ground, workers: number): Promise<Tally> {
  run.far.act = randomFaults(ground.seed, 30);
  await run.enqueue(ground.messages);
  const children = await Promise.all(
    Array.from({ length: workers }, () => run.startWorker({ concurrency: 10, maxConnections: 20 })),
  );
  for (let i = 0; i < 4; i++) {
    await sleep(1_500);
    children[i % children.length]?.kill("SIGKILL");
    children[i % children.length] = await run.startWorker({ concurrency: 10, maxConnections: 20 });
  }
  return run.finish();
}

/** Kills the PostgreSQL of a data folder, once there is one. */
async function killServer(data: string): Promise<void> {
  for (;;) {
    const server = readPidFile(data);
    if (server && inspectProcess(server.pid) === "postgres") {
      process.kill(server.pid, "SIGKILL");
      return;
    }
    await sleep(50);
  }
}

/** Every line of the matrix, in order. */
export const scenarios: readonly Scenario[] = [
  ...stages.map(([name, moment, act]) => ({
    name: `worker killed: ${name}`,
    run: killAt(moment, act),
  })),
  {
    name: "enqueuer killed inside and after its transactions",
    async run({ url }) {
      const run = await beginRun(url);
      await run.query("CREATE TABLE {schema}.orders (id integer PRIMARY KEY)");
      const program = await bundleProgram("test/outbox/crash/enqueuer-program.ts");
      const child = spawn(process.execPath, [program, url, run.schema], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let told = "";
      child.stdout.on("data", (chunk) => {
        told += chunk;
      });
      while (told.split("\n").length < 30) await sleep(10);
      child.kill("SIGKILL");
      await once(child, "exit");
      const told_ = told.trim().split("\n").length;
      const [row] = await run.query(
        `SELECT (SELECT count(*) FROM {schema}.orders)::int AS orders,
           (SELECT count(*) FROM {schema}.messages)::int AS messages,
           (SELECT count(*) FROM {schema}.orders o
            JOIN {schema}.messages m ON m.key = 'order/' || o.id)::int AS both`,
      );
      const { orders = 0, messages = 0, both = 0 } = row ?? {};
      if (orders !== messages || both !== orders || orders < told_) {
        throw new Error(`${told_} told, ${orders} orders, ${messages} messages, ${both} of both`);
      }
      await run.startWorker();
      return run.finish();
    },
  },
  {
    name: "PostgreSQL killed twice, two workers",
    async run({ url, dataFolder, messages, hold }) {
      if (dataFolder === undefined) throw new Error("needs a PostgreSQL of its own");
      const run = await beginRun(url);
      run.far.act = ({ moment }) => (moment === "dot" ? { delayMs: 20 } : undefined);
      await run.enqueue(messages / 2);
      const embedded = `embedded:${dataFolder}`;
      for (let i = 0; i < 2; i++) await run.startWorker({ url: embedded });
      for (let i = 0; i < 2; i++) {
        await sleep(1_500);
        await killServer(`${dataFolder}/data`);
      }
      await hold();
      return run.finish();
    },
  },
  {
    name: "network to the mail server cut twice",
    async run({ url, messages }) {
      const run = await beginRun(url);
      run.far.act = ({ moment }) => (moment === "dot" ? { delayMs: 20 } : undefined);
      const proxy = await startProxy(run.far.smtpPort);
      await run.enqueue(messages / 2);
      for (let i = 0; i < 2; i++) {
        await run.startWorker({ smtpUrl: `smtp://127.0.0.1:${proxy.port}` });
      }
      for (let i = 0; i < 2; i++) {
        await sleep(1_500);
        proxy.cut();
        await sleep(1_000);
        proxy.restore();
      }
      const tally = await run.finish();
      await proxy.close();
      return tally;
    },
  },
  {
    name: "network to PostgreSQL cut for longer than a lease, then again",
    async run({ url, messages }) {
      const run = await beginRun(url);
      run.far.act = ({ moment }) => (moment === "dot" ? { delayMs: 20 } : undefined);
      const address = new URL(url);
      const proxy = await startProxy(Number(address.port));
      address.port = String(proxy.port);
      await run.enqueue(messages / 2);
      await run.startWorker({ url: address.href });
      await sleep(1_500);
      proxy.cut();
      await run.startWorker();
      await sleep(3_000);
      proxy.restore();
      await sleep(1_000);
      proxy.cut();
      await sleep(500);
      proxy.restore();
      const tally = await run.finish();
      await proxy.close();
      return tally;
    },
  },
  ...[2, 20].map((workers) => ({
    name: `30 in 100 transactions faulted, ${workers} workers`,
    async run(ground: Ground) {
      const run = await beginRun(ground.url);
      await faulted(run, ground, workers);
      return run.finish();
    },
  })),
  {
    name: "30 in 100 faulted, 4 workers of whom 4 are killed",
    run: async (ground) => faultedAndKilled(await beginRun(ground.url), ground, 4),
  },
  {
    name: "30 in 100 faulted, 2 workers, no search: the uncertain are held",
    async run(ground) {
      const run = await beginRun(ground.url, { search: false });
      await faulted(run, ground, 2);
      return run.finish();
    },
    isGood: ({ extraCopies, unexplained }) => extraCopies === 0 && unexplained === 0,
  },
];
