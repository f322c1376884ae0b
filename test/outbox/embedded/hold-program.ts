import { startEmbedded } from "../../../src/outbox/embedded/start-embedded.ts";

/** Starts a database in the folder that it is given, tells how, and holds it until its input ends. */
const [path = "", kind] = process.argv.slice(2);
const begun = performance.now();
const database = await startEmbedded(path, { packagedOnly: kind === "packaged" }).catch((error) => {
  process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
  process.exit(1);
});
process.stdout.write(
  `${JSON.stringify({ url: database.url, ms: Math.round(performance.now() - begun) })}\n`,
);
process.stdin.on("end", async () => {
  await database.close();
  process.exit(0);
});
process.stdin.resume();
