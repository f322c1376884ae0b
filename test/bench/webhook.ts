/**
 * Webhooks a second, over HTTP: our handler in an Express app beside a route of Express written by
 * hand, as tutorials show it: `express.json()`, a password compared in constant time, a `switch`.
 * Ours reads each payload to one vocabulary beside that. Each app is a process of its own, in turns.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { bounce, delivery } from "../webhook/handler/post.ts";
import { type Posted, postAll } from "../webhook/load/post-all.ts";
import { noteFigure } from "./figures/note-figure.ts";
import { readRounds } from "./rounds/read-rounds.ts";
import { printTable } from "./send/print-table.ts";

const rounds = readRounds(7);
const perRound = 3_000;
const kinds = ["letterpress", "by hand"] as const;

const webhooks: readonly Posted[] = Array.from({ length: perRound }, (_, at) => ({
  trace: `trace-${at}`,
  body: JSON.stringify({ ...(at % 4 === 0 ? bounce : delivery), MessageID: crypto.randomUUID() }),
}));

async function startApp(kind: (typeof kinds)[number]) {
  const script = join(import.meta.dirname, "webhook/app.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, kind], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed] = await once(child.stdout, "data");
  const port = Number(String(printed));
  return {
    port,
    async stop() {
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/** @returns webhooks a second */
async function measure(port: number): Promise<number> {
  const begun = performance.now();
  const { accepted, retried } = await postAll(
    () => port,
    webhooks,
    () => undefined,
  );
  if (accepted !== perRound || retried > 0) throw new Error(`${retried} webhooks were refused`);
  return (perRound / (performance.now() - begun)) * 1000;
}

const apps = await Promise.all(kinds.map(startApp));
try {
  const speeds = kinds.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { port }] of apps.entries()) {
      const speed = await measure(port);
      // The first round warms up.
      if (round > 0) speeds[at]?.push(speed);
    }
  }
  const [ours = Number.NaN, byHand = Number.NaN] = speeds.map(
    (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)],
  );
  printTable(
    `${perRound} webhooks, 64 at once`,
    ["app", "webhooks/s"],
    [
      ["letterpress", ours.toFixed(0)],
      ["by hand", byHand.toFixed(0)],
    ],
  );
  noteFigure({
    ...{ what: "webhooks taken, authenticated and read", unit: "/s", ours },
    beside: { name: "an Express route written by hand", figure: byHand },
  });
} finally {
  for (const app of apps) await app.stop();
}
