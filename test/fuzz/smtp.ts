/**
 * Twenty thousand SMTP sessions that make little sense, from a seed, into an inbox in a process of
 * its own. Prints whether it lives, the longest answer of another request, how long its event loop
 * stood still at most, and the memory before, after and once it was cleared: that of the process, and
 * what of it is held.
 *
 * `npm run inbox-fuzz` or `npx tsx test/fuzz/smtp.ts [--sessions 20000] [--seed 1]`
 */
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Rival, startOurs } from "../bench/inbox/rivals.ts";
import { type FuzzStep, makeSession } from "./smtp-sessions.ts";

const atOnce = 100;
/** Sessions before anything is measured. */
const warmUp = 500;
/** A client hangs up when it hears nothing for so long, ms. */
const patienceMs = 300;

const { values } = parseArgs({
  options: {
    sessions: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
  },
});
const count = Number(values.sessions);
const seed = Number(values.seed);

async function play({ port }: Rival, steps: readonly FuzzStep[]): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => undefined).resume();
  for (const step of steps) {
    if (typeof step === "number") await sleep(step);
    else if (!socket.destroyed) socket.write(step);
  }
  socket.setTimeout(patienceMs, () => socket.destroy());
  await closed;
}

const inbox = await startOurs("the inbox");
const ask = async (path: string) =>
  (await fetch(`http://127.0.0.1:${inbox.askPort}${path}`)).json() as Promise<{
    readonly count: number;
    readonly blockMs: number;
    readonly heldMb: number;
  }>;
let longestMs = 0;
let isDone = false;

async function watch(): Promise<void> {
  while (!isDone) {
    const startedAt = performance.now();
    await ask("/");
    longestMs = Math.max(longestMs, performance.now() - startedAt);
    await sleep(50);
  }
}

let passed = 0;
let failed = 0;
const check = (what: string, holds: boolean) => {
  console.log(`  ${holds ? "ok  " : "FAIL"}  ${what}`);
  if (holds) passed += 1;
  else failed += 1;
};

try {
  const numbers = Array.from({ length: count }, (_, n) => n).values();
  const memory = async () => {
    const ofProcess = inbox.memoryMb();
    return { ofProcess, held: (await ask("/held")).heldMb };
  };
  const say = ({ ofProcess, held }: Awaited<ReturnType<typeof memory>>) =>
    `${ofProcess.toFixed(0)} MB, of which ${held.toFixed(0)} are held`;
  // What is made once, such as compiled code and what is known of the last connections.
  for (let n = 0; n < warmUp; n += atOnce) {
    const some = Array.from({ length: atOnce }, (_, at) => makeSession(-1 - n - at));
    await Promise.all(some.map((session) => play(inbox, session)));
  }
  await sleep(2_000);
  await ask("/clear");
  const before = await memory();
  await ask("/reset");
  const watching = watch();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const n of numbers) await play(inbox, makeSession(seed * 1_000_003 + n));
    }),
  );
  isDone = true;
  await watching;
  // The last ones are still being read.
  await sleep(2_000);
  const { count: kept, blockMs } = await ask("/");
  const after = await memory();
  const { count: left } = await ask("/clear");
  await sleep(3_000);
  const cleared = await memory();
  console.log(`${count} SMTP sessions, seed ${seed}: ${kept} messages kept`);
  console.log(`  memory before: ${say(before)}; after: ${say(after)}; cleared: ${say(cleared)}`);
  console.log(`  longest answer of another request: ${longestMs.toFixed(0)} ms`);
  console.log(`  longest block of the event loop: ${blockMs.toFixed(0)} ms`);
  check("it lives, and took messages", kept > 0);
  check("it forgets what is cleared", left === 0);
  check("memory stays below 600 MB", after.ofProcess < 600);
  // A kilobyte kept of each session would be twice that.
  check("it holds as much as before once it was cleared", cleared.held < before.held + 10);
} catch (error) {
  console.log(error);
  check("it lives", false);
} finally {
  await inbox.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
