/**
 * Sends the same messages over the same number of connections with nodemailer's own pool and with
 * ours, into a server in another process, and prints throughput, CPU time and their ratios; then the
 * round trips a message takes, what a bad day does to each sender, and the memory of a long run.
 *
 * `npx tsx test/bench/send.ts [--messages 1000] [--long 50000]`
 */
import { parseArgs } from "node:util";
import { measureBadDay } from "./send/bad-day.ts";
import { measureLongRun } from "./send/long-run.ts";
import { measureInTurns } from "./send/measure.ts";
import { makeOrder } from "./send/order.ts";
import { printTable } from "./send/print-table.ts";
import { measureRoundTrips } from "./send/round-trips.ts";
import { createRivals } from "./send/senders.ts";
import { startSink } from "./send/sink.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "1000" },
    long: { type: "string", default: "50000" },
  },
});
const count = Number(values.messages);

const sink = await startSink();
try {
  console.log(
    `${count} messages of ${makeOrder(0).html?.length} characters HTML into ${sink.name}`,
  );
  for (const connections of [1, 5, 10]) {
    const rows = await measureInTurns(createRivals(sink.port, connections), count, 5);
    const [base] = rows;
    printTable(
      `${connections} connection${connections > 1 ? "s" : ""}`,
      ["sender", "messages/s", "ratio", "CPU ms each", "ratio"],
      rows.map((row) => [
        row.name,
        row.perSecond.toFixed(0),
        `${(row.perSecond / (base?.perSecond ?? 1)).toFixed(1)} ×`,
        row.cpuMs.toFixed(3),
        `${((base?.cpuMs ?? 1) / row.cpuMs).toFixed(1)} ×`,
      ]),
    );
  }
  await measureRoundTrips();
  await measureBadDay();
  await measureLongRun(sink.port, Number(values.long));
} finally {
  sink.stop();
}
