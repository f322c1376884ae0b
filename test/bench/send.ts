/**
 * Sends the same messages over the same number of connections with nodemailer's own pool and with
 * ours, into a server in another process, and prints throughput, CPU time and their ratios; then the
 * round trips a message takes, what a bad day does to each sender, and the memory of a long run.
 * Where the server is the one that is busy, throughput says little, and CPU time says more.
 *
 * `npx tsx test/bench/send.ts [--messages 1000] [--long 50000]`
 */
import { parseArgs } from "node:util";
import { noteFigure } from "./figures/note-figure.ts";
import { readRounds } from "./rounds/read-rounds.ts";
import { measureBadDay } from "./send/bad-day.ts";
import { measureLongRun } from "./send/long-run.ts";
import { measureInTurns } from "./send/measure.ts";
import { makeOrder } from "./send/order.ts";
import { printTable } from "./send/print-table.ts";
import { measureRoundTrips } from "./send/round-trips.ts";
import { createRivals } from "./send/senders.ts";
import { startSink } from "./send/sink.ts";

/** Of which the median counts. */
const rounds = readRounds(7);

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "1000" },
    long: { type: "string", default: "50000" },
    // No more than the README quotes.
    figures: { type: "boolean", default: false },
  },
});
const count = Number(values.messages);

const sink = await startSink();
try {
  for (const size of ["two lines", "forty lines"] as const) {
    const characters = makeOrder(0, size).html?.length;
    console.log(
      `\n${count} orders of ${size} (${characters} characters of HTML) into ${sink.name}`,
    );
    for (const connections of values.figures ? [10] : [1, 5, 10]) {
      const rivals = createRivals(sink.port, connections, size);
      const rows = await measureInTurns(rivals, count, rounds);
      const [base] = rows;
      const own = rows.find(({ name }) => name === "ours, composed");
      if (base && own && connections === 10) {
        const beside = { name: "nodemailer's pool", figure: base.perSecond };
        const what = `sent, composed and checked, an order of ${size}`;
        noteFigure({ what, unit: "/s", ours: own.perSecond, beside });
      }
      printTable(
        `${connections} connection${connections > 1 ? "s" : ""}`,
        ["sender", "messages/s", "ratio", "CPU ms each", "ratio"],
        rows.map((row) => [
          row.name,
          row.perSecond.toFixed(0),
          `${(row.perSecond / (base?.perSecond ?? Number.NaN)).toFixed(1)} ×`,
          row.cpuMs.toFixed(3),
          `${((base?.cpuMs ?? Number.NaN) / row.cpuMs).toFixed(1)} ×`,
        ]),
      );
    }
  }
  if (!values.figures) {
    await measureRoundTrips();
    await measureBadDay();
    await measureLongRun(sink.port, Number(values.long));
  }
} finally {
  await sink.stop();
}
