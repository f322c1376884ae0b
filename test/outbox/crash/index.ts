import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "../../../src/outbox/embedded/start-embedded.ts";
import { peers, runPeer } from "./peers.ts";
import type { Tally } from "./run.ts";
import { scenarios } from "./scenarios.ts";

/**
 * The crash matrix of the outbox: real processes on a real PostgreSQL, killed and cut off at every
 * stage. With `DATABASE_URL`, on that server.
 */
const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "1000" },
    seed: { type: "string", default: "7" },
    only: { type: "string", default: "" },
  },
});
const messages = Number(values.messages);
const seed = Number(values.seed);
const given = process.env.DATABASE_URL;
const folder = await mkdtemp(join(tmpdir(), "letterpress-crash-"));
const dataFolder = given ? undefined : join(folder, "outbox");
let database = dataFolder === undefined ? undefined : await startEmbedded(dataFolder);
const hold = async () => {
  if (dataFolder !== undefined) database = await startEmbedded(dataFolder);
};
const url = given ?? database?.url ?? "";

/** The same messages, sent by others through the same faults: printed, not judged. */
async function compare(): Promise<void> {
  console.log(`\n${messages} messages, 30 in 100 transactions faulted: compared`);
  console.log(`${"".padEnd(66)} never  extra  told failed, of them sent   seconds`);
  for (const [name, carry] of peers) {
    try {
      const tally = await runPeer(carry, { url, dataFolder, messages, seed, hold });
      const { neverDelivered, extraCopies, toldFailed, falselyTold, seconds } = tally;
      const figures = [neverDelivered, extraCopies].map((figure) => String(figure).padStart(6));
      const told = `${String(toldFailed).padStart(12)} ${String(falselyTold).padStart(13)}`;
      console.log(
        `     ${name.padEnd(60)} ${figures.join(" ")} ${told} ${seconds.toFixed(1).padStart(9)}`,
      );
    } catch (error) {
      console.log(`     ${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  console.log("");
}

const isClean = ({ neverDelivered, extraCopies, held }: Tally) =>
  neverDelivered === 0 && extraCopies === 0 && held === 0;

let passed = 0;
let failed = 0;
console.log(`${"".padEnd(66)} sent   never  extra   held   seconds`);
for (const { name, run, isGood = isClean } of scenarios) {
  if (!name.includes(values.only)) continue;
  if (dataFolder === undefined && name.startsWith("PostgreSQL killed")) continue;
  try {
    const tally = await run({ url, dataFolder, messages, seed, hold });
    const isPassed = tally.messages > 0 && isGood(tally);
    const figures = [tally.messages, tally.neverDelivered, tally.extraCopies, tally.held];
    const columns = figures.map((figure) => String(figure).padStart(6)).join(" ");
    console.log(
      `${isPassed ? "ok  " : "FAIL"} ${name.padEnd(60)} ${columns} ${tally.seconds.toFixed(1).padStart(9)}`,
    );
    if (isPassed) passed += 1;
    else failed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${error instanceof Error ? error.stack : error}`);
  }
}
if ("compared".includes(values.only) || values.only === "") await compare();
await database?.close();
await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
