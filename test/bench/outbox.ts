/**
 * The outbox beside pg-boss, graphile-worker and BullMQ on one PostgreSQL, in turns, for one process
 * and for four: putting in, alone and in transactions, claiming and settling, with 4 kB each. Then
 * the time from `enqueue` to the mail server, and claiming from a backlog.
 *
 * `npm run bench -- outbox [--jobs 4000] [--rounds 3] [--backlog 1000000] [--processes 4] [--folder /dev/shm]`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { startEmbedded } from "../../src/outbox/embedded/start-embedded.ts";
import { noteFigure } from "./figures/note-figure.ts";
import { measureBacklog } from "./outbox/backlog.ts";
import { joinCrew, startCrew } from "./outbox/crew.ts";
import { measureLatency } from "./outbox/latency.ts";
import type { Step } from "./outbox/rival.ts";
import { openers } from "./outbox/rivals.ts";

const { values } = parseArgs({
  options: {
    // So many that the start of a worker is a small part.
    jobs: { type: "string", default: "4000" },
    rounds: { type: "string", default: "3" },
    backlog: { type: "string", default: "1000000" },
    processes: { type: "string", default: "4" },
    // Where the data lie: a disk that others use decides more than what is measured.
    folder: { type: "string", default: tmpdir() },
    // A process of the crew.
    crew: { type: "string" },
  },
});

const median = (list: readonly number[]) =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

/** In this order, so that what is taken was put in before. */
const steps: readonly (readonly [step: Step, label: string, rivals: readonly string[]])[] = [
  ["putIn", "put in, one by one", Object.keys(openers)],
  ["takeOneByOne", "claimed and settled, one by one", ["outbox", "pg-boss"]],
  ["putIn", "put in, one by one", ["outbox"]],
  ["takeByWorker", "taken by a worker, ten at a time", ["outbox", "graphile-worker", "BullMQ"]],
  ["putInWithin", "put in, each in a transaction", ["outbox", "pg-boss", "graphile-worker"]],
  ["takeByFifty", "claimed by fifty, settled one by one", ["outbox", "pg-boss"]],
];

/** The lines that the README quotes, and beside whom. */
const quoted: Readonly<Record<string, string>> = {
  "put in, one by one, 4 processes": "pg-boss",
  "put in, each in a transaction, 4 processes": "pg-boss",
  "claimed by fifty, settled one by one, 4 processes": "pg-boss",
};

async function compare(url: string): Promise<void> {
  const jobs = Number(values.jobs);
  const rounds = Number(values.rounds);
  const crew = await startCrew(url, Number(values.processes));
  const sizes = [...new Set([1, Number(values.processes)])];
  const results = new Map<string, Map<string, number[]>>();
  // A round that does not count warms all of them up.
  for (let round = -1; round < rounds; round++) {
    for (const processes of sizes) {
      for (const rival of Object.keys(openers)) {
        for (const [step, label, rivals] of steps) {
          if (!rivals.includes(rival)) continue;
          const line = `${label}, ${processes === 1 ? "1 process" : `${processes} processes`}`;
          const figures = results.get(line) ?? new Map<string, number[]>();
          results.set(line, figures);
          const figure = await crew.rate({ rival, step, amount: jobs }, processes);
          if (round >= 0) figures.set(rival, [...(figures.get(rival) ?? []), figure]);
        }
      }
    }
  }
  crew.end();
  console.log(`Messages a second, 4 kB each, ten calls at once in a process; median of ${rounds}`);
  for (const [line, figures] of results) {
    const own = median(figures.get("outbox") ?? []);
    const beside = quoted[line];
    if (beside !== undefined) {
      const figure = median(figures.get(beside) ?? []);
      noteFigure({
        ...{ what: `outbox: ${line}`, unit: "/s", ours: own, beside: { name: beside, figure } },
      });
    }
    const cells = Object.keys(openers).flatMap((name) => {
      const figure = median(figures.get(name) ?? []);
      if (Number.isNaN(figure)) return [];
      return `${name} ${figure.toFixed(0)}${name === "outbox" ? "" : ` (${(own / figure).toFixed(2)} x)`}`;
    });
    console.log(`  ${line.padEnd(52)} ${cells.join(", ")}`);
  }
}

if (values.crew !== undefined) await joinCrew(values.crew);
else {
  const folder = await mkdtemp(join(values.folder, "letterpress-bench-"));
  const server = await startEmbedded(join(folder, "outbox"));
  const { url } = server;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY)");
  await client.end();

  await compare(url);

  const times = await measureLatency(url, 40);
  const p95 = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
  console.log("Milliseconds from enqueue to MAIL, a worker that has nothing else to do");
  console.log(`  median ${median(times).toFixed(1)}, p95 ${p95.toFixed(1)}`);

  console.log("Milliseconds by what waits: claim one and settle it; claim fifty");
  for (let size = 1_000; size <= Number(values.backlog); size *= 10) {
    const { one, fifty } = await measureBacklog(url, size);
    const cells = [one, fifty].map((list) => median(list).toFixed(2).padStart(8));
    console.log(`  ${String(size).padStart(9)} ${cells.join(" ")}`);
  }
  await server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}
