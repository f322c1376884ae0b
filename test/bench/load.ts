/**
 * The whole sender under load: the memory of a long run, its throughput beside nodemailer's own
 * pool, and the round trips of a message. `send.ts` beside it looks at the transport alone.
 *
 * `npx tsx --expose-gc test/bench/load.ts [--messages 1000] [--long 50000]`; ends with an exit code
 * above 0 when a goal is missed.
 */
import { parseArgs } from "node:util";
import { runLong } from "./load/flat-memory.ts";
import { countRoundTrips } from "./load/round-trips.ts";
import { compareThroughput } from "./load/throughput.ts";
import { isMeasured } from "./rounds/read-rounds.ts";
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
  console.log(`into ${sink.name}`);
  const goals = {
    "two round trips a message at most": await countRoundTrips(sink.port),
    "2 × checked and composed, 6 × prebuilt: two lines": await compareThroughput(
      sink.port,
      count,
      "two lines",
    ),
    "2 × checked and composed, 6 × prebuilt: forty lines": await compareThroughput(
      sink.port,
      count,
      "forty lines",
    ),
    "memory is flat": await runLong(sink.port, Number(values.long)),
  };
  console.log();
  for (const [goal, isMet] of Object.entries(goals)) {
    console.log(`${isMet ? "met   " : "MISSED"} ${goal}`);
    if (!isMet && isMeasured()) process.exitCode = 1;
  }
} finally {
  await sink.stop();
}
