/**
 * Sends the same messages to our inbox and to MailDev 3 with postfix's `smtp-source`, and prints
 * messages a second and memory; then how long the event loop of our inbox stood still for messages
 * that were made to hold it up. MailDev is fetched from the npm registry.
 *
 * `npm run bench -- inbox [--figures] [--connections 1,5,10] [--rounds 3]`
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { noteFigure } from "./figures/note-figure.ts";
import { hostileMessages } from "./inbox/hostile-messages.ts";
import { type Rival, startMailDev, startOurs } from "./inbox/rivals.ts";
import { printTable } from "./send/print-table.ts";

const { values } = parseArgs({
  options: {
    // No more than the README quotes.
    figures: { type: "boolean", default: false },
    connections: { type: "string" },
    rounds: { type: "string", default: "3" },
  },
});
const rounds = Number(values.rounds);
const connectionCounts =
  values.connections?.split(",").map(Number) ?? (values.figures ? [5] : [1, 5, 10]);
const perRound = 2_000;
const many = 20_000;
const warmUp = 4_000;

/** @returns messages a second */
function pour({ port, name }: Rival, count: number, connections: number): number {
  const startedAt = performance.now();
  const args = ["-d", "-c", "-l", "4096", "-m", String(count), "-s", String(connections)];
  const { status, stderr, error } = spawnSync("smtp-source", [...args, `127.0.0.1:${port}`]);
  if (error) throw new Error("Cannot measure: install postfix, which has smtp-source");
  if (status !== 0) throw new Error(`Cannot measure ${name}: ${stderr}`);
  return (count / (performance.now() - startedAt)) * 1000;
}

/** Waits until what came has its files: that is work which others must not pay for. */
async function filed(): Promise<void> {
  while (readdirSync(folder).some((name) => name.endsWith(".journal"))) await sleep(100);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Hands a message over in clear text. */
function deliver(port: number, message: Buffer): Promise<string> {
  const steps = ["EHLO x\r\n", "MAIL FROM:<a@b.cc>\r\n", "RCPT TO:<c@d.ee>\r\n", "DATA\r\n"];
  const all = [...steps, Buffer.concat([message, Buffer.from("\r\n.\r\n")]), "QUIT\r\n"];
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(port, "127.0.0.1").setEncoding("latin1").on("error", reject);
    socket.on("data", (text) => {
      said += text;
      // The last line of a reply.
      if (
        /^\d{3} [^\n]*\n$/m.test(
          text
            .toString()
            .split(/(?<=\n)/)
            .at(-1) ?? "",
        )
      ) {
        const next = all.shift();
        if (next) socket.write(next);
        else socket.end();
      }
    });
    socket.on("close", () => resolve(said));
  });
}

const folder = mkdtempSync(join(tmpdir(), "letterpress-bench-inbox-"));
const rivals = [
  await startMailDev(),
  await startOurs("our inbox"),
  await startOurs("our inbox, in a folder", folder),
];
try {
  // What does not count warms all of them up.
  for (const rival of rivals) {
    pour(rival, warmUp, 1);
    await filed();
  }
  for (const connections of connectionCounts) {
    const speeds = rivals.map((): number[] => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, rival] of rivals.entries()) {
        speeds[at]?.push(pour(rival, perRound, connections));
        await filed();
        // What the one before still does must not be paid for by the next.
        await sleep(500);
      }
    }
    const base = median(speeds[0] ?? []);
    noteFigure({
      ...{ what: "the inbox takes, kept in a folder", unit: "/s", ours: median(speeds[2] ?? []) },
      beside: { name: "MailDev 3", figure: base },
    });
    printTable(
      `${connections} connection${connections > 1 ? "s" : ""}, 4 kB`,
      ["catcher", "messages/s", "ratio"],
      rivals.map(({ name }, at) => {
        const speed = median(speeds[at] ?? []);
        return [name, speed.toFixed(0), `${(speed / base).toFixed(2)} ×`];
      }),
    );
  }
  if (!values.figures && !values.connections) await measureRest();
} finally {
  for (const rival of rivals) await rival.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Memory, and how long the event loop stands still. */
async function measureRest(): Promise<void> {
  const sent = warmUp + connectionCounts.length * rounds * perRound;
  if (sent < many) for (const rival of rivals) pour(rival, many - sent, 10);
  printTable(
    `Memory after ${Math.max(sent, many)} messages`,
    ["catcher", "MB"],
    rivals.map((rival) => [rival.name, rival.memoryMb().toFixed(0)]),
  );

  const [, ours] = rivals;
  if (!ours) throw new Error("no inbox");
  const ask = async (path: string) =>
    (await fetch(`http://127.0.0.1:${ours.askPort}${path}`)).json();
  await ask("/clear");
  const rows: string[][] = [];
  for (const [name, make] of Object.entries(hostileMessages)) {
    const message = make();
    await ask("/reset");
    const startedAt = performance.now();
    await deliver(ours.port, message);
    const answeredMs = performance.now() - startedAt;
    let state = await ask("/");
    for (; state.count === rows.length; state = await ask("/")) {
      await sleep(100);
    }
    rows.push([
      name,
      state.blockMs.toFixed(0),
      answeredMs.toFixed(0),
      state.problems.join(" ").slice(0, 40),
    ]);
  }
  printTable("Messages made to hold it up", ["message", "block ms", "250 ms", "problems"], rows);
  await ask("/clear");
}
