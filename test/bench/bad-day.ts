/**
 * A bad day: the same thousand messages into a local Postmark, over TLS and with a login, while thirty
 * in a hundred transactions go wrong, the same ones for each client. Prints what became of them.
 *
 * `npx tsx test/bench/bad-day.ts [--messages 1000] [--seed 1]`; ends with an exit code above 0 when
 * our sender said something untrue. Its search for a message answers at once, as Postmark's may not.
 */
import { parseArgs } from "node:util";
import { createInbox } from "letterpress/inbox";
import { createBadLuck, faultedPercent } from "./bad-day/bad-luck.ts";
import { type Client, clients, subjectOf, type Verdict } from "./bad-day/clients.ts";
import { sendAll } from "./send/measure.ts";
import { printTable } from "./send/print-table.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
  },
});
const count = Number(values.messages);

async function spendDay({ open }: Client) {
  const inbox = await createInbox({ port: 0, faults: createBadLuck(Number(values.seed)) });
  const client = open(inbox);
  const verdicts: Verdict[] = [];
  await sendAll(count, async (n) => {
    verdicts[n] = await client.send(n);
  });
  await client.close();
  const copies = new Map<string, number>();
  for (const { subject } of inbox.list()) copies.set(subject, (copies.get(subject) ?? 0) + 1);
  await inbox.close();
  const tally = (holds: (verdict: Verdict, copies: number) => boolean) =>
    verdicts.filter((verdict, n) => holds(verdict, copies.get(subjectOf(n)) ?? 0)).length;
  return {
    neverDelivered: tally((_verdict, copies) => copies === 0),
    neverButUnknown: tally((verdict, copies) => verdict === "unknown" && copies === 0),
    extraCopies: [...copies.values()].reduce((sum, count) => sum + count - 1, 0),
    unknown: tally((verdict) => verdict === "unknown"),
    unknownButThere: tally((verdict, copies) => verdict === "unknown" && copies > 0),
    saidSentButIsNot: tally((verdict, copies) => verdict === "sent" && copies === 0),
    saidFailedButIsThere: tally((verdict, copies) => verdict === "failed" && copies > 0),
  };
}

const rows: string[][] = [];
for (const client of clients) {
  const day = await spendDay(client);
  rows.push([
    client.name,
    `${day.neverDelivered} (${day.neverButUnknown})`,
    `${day.extraCopies}`,
    `${day.unknown} (${day.unknownButThere})`,
    `${day.saidSentButIsNot}`,
    `${day.saidFailedButIsThere}`,
  ]);
  const isOurs = client.name.startsWith("ours");
  if (isOurs && day.extraCopies + day.saidSentButIsNot + day.saidFailedButIsThere > 0) {
    process.exitCode = 1;
  }
}
printTable(
  `${count} messages, ${faultedPercent} in a hundred transactions faulted, the same for each`,
  [
    ...["client", "never delivered (told unknown)", "extra copies", "unknown (is there)"],
    ...["said sent, is not there", "said failed, is there"],
  ],
  rows,
);
