/**
 * What the Activity page asks for, over outboxes of several sizes: the list, searches, the plots.
 *
 * `npm run bench -- activity [--rows 1000,100000,1000000]`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openActivity } from "../../src/outbox/activity/open-activity.ts";
import { openDatabase } from "../../src/outbox/database/database.ts";
import { migrate } from "../../src/outbox/database/migrate.ts";
import { startEmbedded } from "../../src/outbox/embedded/start-embedded.ts";
import { seedMessages } from "./activity/seed-messages.ts";

const { values } = parseArgs({
  options: { rows: { type: "string", default: "1000,100000,1000000" } },
});
const sizes = values.rows.split(",").map(Number);

const folder = await mkdtemp(join(tmpdir(), "letterpress-bench-"));
const server = await startEmbedded(join(folder, "outbox"));
const database = openDatabase({ url: server.url, schema: "bench", maxConnections: 2 });
await migrate(database);
const activity = openActivity({ url: server.url, schema: "bench" });

const day = 86_400;
const now = Date.now();
const plot = (days: number, by?: "tag") =>
  activity.plots({
    ...{ from: new Date(now - days * day * 1_000), to: new Date(now), by },
    stepSeconds: (days * day) / 96,
  });

/** Pages that follow each other until there is none, or until so many. */
async function pages(most: number, words: readonly string[]): Promise<void> {
  let after: string | undefined;
  for (let page = 0; page < most; page++) {
    after = (await activity.search({ words, after })).next;
    if (after === undefined) return;
  }
}

const steps: Record<string, () => Promise<unknown>> = {
  "newest page": () => activity.search(),
  "ten pages": () => pages(10, []),
  "state: held": () => activity.search({ states: ["held"] }),
  "states: failed": () => activity.search({ states: ["rejected", "bounced", "complained"] }),
  waiting: () => activity.search({ states: ["queued", "retry", "sending"] }),
  "a whole address": () => activity.search({ to: ["person7@example.com"] }),
  "a word that is often there": () => activity.search({ words: ["parcel"] }),
  "a word that is nowhere, first answer": () => activity.search({ words: ["nowhere"] }),
  "a word that is nowhere, to the end": () => pages(1_000, ["nowhere"]),
  "how it stands": () => Promise.all([activity.status(), activity.count()]),
  "has anything changed": () => activity.mark(),
  "plots of a day": () => plot(1),
  "plots of 30 days": () => plot(30),
  "plots of 30 days by tag": () => plot(30, "tag"),
};

const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
const table = new Map<string, number[]>(Object.keys(steps).map((name) => [name, []]));
for (const size of sizes) {
  await seedMessages(database, size);
  for (const [name, step] of Object.entries(steps)) {
    const times: number[] = [];
    for (let round = 0; round < 4; round++) {
      const begun = performance.now();
      await step();
      if (round > 0) times.push(performance.now() - begun);
    }
    table.get(name)?.push(median(times));
  }
}
console.log("Milliseconds, median of 3, by how many messages there are");
console.log(`  ${"".padEnd(40)}${sizes.map((size) => String(size).padStart(10)).join("")}`);
for (const [name, times] of table) {
  console.log(`  ${name.padEnd(40)}${times.map((ms) => ms.toFixed(1).padStart(10)).join("")}`);
}

await activity.close();
await database.close();
await server.close();
await rm(folder, { recursive: true, force: true });
