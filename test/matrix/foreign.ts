/**
 * Sends through the whole sender into mail servers that are not ours, each with its own faults, and
 * prints what they took and what the caller was told: `npm run matrix [-- smtp-sink exim4 aiosmtpd]`.
 *
 * Every server listens on loopback alone, on a free port, in a folder of its own, and is ended by
 * its process id. Ends with "N passed, N failed", and with an exit code above 0 when any cell failed.
 */
import { createPostmarkTransport, createSender } from "letterpress";
import { createFakeClock } from "../transport/fake-clock.ts";
import { loadAiosmtpd } from "./foreign/aiosmtpd.ts";
import { loadExim } from "./foreign/exim.ts";
import {
  type ForeignFault,
  type ForeignKind,
  type ForeignServer,
  senderOf,
} from "./foreign/foreign-fault.ts";
import { loadSmtpSink } from "./foreign/smtp-sink.ts";
import { type MatrixRow, printMatrix } from "./print-matrix.ts";
import { isTrue, type Tally, type Told, tally } from "./tally.ts";
import { tellAll } from "./tell.ts";

/** A run that takes longer than this hangs. */
const longestRunMs = 900_000;

/** Longest wait for a server that answers, on a machine that has much else to do. */
const patienceMs = 60_000;

const loaders = { "smtp-sink": loadSmtpSink, exim4: loadExim, aiosmtpd: loadAiosmtpd };

const cells = [
  { connections: "pooled", count: 1 },
  { connections: "pooled", count: 200 },
  { connections: "fresh", count: 1 },
  { connections: "fresh", count: 200 },
] as const;

const counts = { passed: 0, failed: 0 };
const problems: string[] = [];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Fills one cell: sends, asks the server what it has, and compares. */
async function fill(fault: ForeignFault, server: ForeignServer, cell: number): Promise<Tally> {
  const { connections, count } = cells[cell] ?? cells[0];
  const sender = createSender({
    transport: createPostmarkTransport({
      url: server.url,
      timeoutMs: patienceMs,
      // Back-off passes at once: a server that is down all the time would keep a hundred waiting long.
      clock: createFakeClock().clock,
      ...(connections === "fresh" && { maxMessagesPerConnection: 1 }),
      ...fault.transport,
    }),
  });
  const prefix = `c${cell}-`;
  const reasons = new Map<string, string>();
  const told = await tellAll({
    ...{ sender, count, prefix },
    input: (n) => ({
      ...{ from: senderOf(cell, n), to: "ada@example.com", subject: "Order", text: "Thank you" },
    }),
    onError: (id, { message }) => reasons.set(id, message),
  });
  await sender.close();
  const taken = (await server.taken()).filter((id) => id.startsWith(`<${prefix}`));
  const counted = tally(told, taken);
  const { lost, doubled, denied } = counted;
  const surprising = [...told].flatMap(([id, what], n) => {
    const reason = reasons.get(id);
    const isSaid = reason === undefined || (fault.says?.test(reason) ?? true);
    return fits(what, fault.expected(n)) && isSaid ? [] : [`${id} ${what}: ${reason}`];
  });
  if (isTrue(counted) && surprising.length === 0) counts.passed += 1;
  else {
    counts.failed += 1;
    const untrue = JSON.stringify({ lost, doubled, denied });
    problems.push(`${fault.name}, ${connections}, ${count}: ${untrue} ${surprising.slice(0, 3)}`);
  }
  return counted;
}

function fits(told: Told, expected: Told | "any"): boolean {
  return expected === "any" || told === expected;
}

async function fillRow(fault: ForeignFault): Promise<MatrixRow> {
  const server = await fault.start();
  try {
    const row: Tally[] = [];
    for (const cell of cells.keys()) row.push(await fill(fault, server, cell));
    return { fault: fault.name, cells: row };
  } finally {
    await server.stop();
  }
}

/** Runs one kind of server; what prevents that counts as one failure and stops no other kind. */
async function runKind(load: () => Promise<ForeignKind>) {
  const rows: MatrixRow[] = [];
  let name = "";
  try {
    const kind = await load();
    name = kind.name;
    for (const fault of kind.faults) rows.push(await fillRow(fault));
  } catch (error) {
    counts.failed += 1;
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return { name, rows };
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in loaders));
if (unknown.length > 0) {
  say(`Cannot run against ${unknown.join(", ")}: there is ${Object.keys(loaders).join(", ")}`);
  process.exit(2);
}
const startedAt = performance.now();
setTimeout(() => {
  say(`The matrix took longer than ${longestRunMs / 1000} seconds`);
  process.exit(1);
}, longestRunMs).unref();

const chosen = Object.entries(loaders).filter(
  ([name]) => asked.length === 0 || asked.includes(name),
);
// Side by side: most of the time each waits for its server.
for (const { name, rows } of await Promise.all(chosen.map(([, load]) => runKind(load)))) {
  const columns = cells.map(({ connections, count }) => `${connections}, ${count}`);
  if (rows.length > 0) printMatrix(`the sender meets ${name}`, columns, rows);
}
for (const problem of problems) say(`FAILED ${problem}`);
say(`\n${((performance.now() - startedAt) / 1000).toFixed(0)} seconds`);
say(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);
