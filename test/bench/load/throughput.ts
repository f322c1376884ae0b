import { createPostmarkTransport, createSender } from "letterpress";
import { readRounds } from "../rounds/read-rounds.ts";
import { measureInTurns } from "../send/measure.ts";
import type { OrderSize } from "../send/order.ts";
import { printTable } from "../send/print-table.ts";
import { createRivals, type Rival } from "../send/senders.ts";
import { makeOrderInput } from "./order-input.ts";

const connections = 10;
const rounds = readRounds(5);

/** Times nodemailer's own pool that ours has to reach, from parts and with bytes made before. */
const wanted = { checked: 2, composed: 2, prebuilt: 6 };

/**
 * Compares the whole sender and its transport with nodemailer's pool, on orders of one size.
 *
 * @returns whether each meets its goal, in throughput or in CPU time, though the whole sender checks
 * what the pool does not
 */
export async function compareThroughput(
  port: number,
  count: number,
  size: OrderSize,
): Promise<boolean> {
  const [pool, , composed, prebuilt] = createRivals(port, connections, size);
  if (!pool || !composed || !prebuilt) throw new Error("Cannot compare: a sender is missing");
  const rivals = [
    pool,
    wholeSender(port, size, false),
    wholeSender(port, size, true),
    composed,
    prebuilt,
  ];
  const rows = await measureInTurns(rivals, count, rounds);
  const base = rows[0]?.perSecond ?? Number.NaN;
  const baseCpu = rows[0]?.cpuMs ?? Number.NaN;
  printTable(
    `${count} orders of ${size}, ${connections} connections, the median of ${rounds} turns`,
    ["sender", "messages/s", "ratio", "CPU ms each", "ratio"],
    rows.map(({ name, perSecond, cpuMs }) => [
      name,
      perSecond.toFixed(0),
      `${(perSecond / base).toFixed(1)} ×`,
      cpuMs.toFixed(3),
      `${(baseCpu / cpuMs).toFixed(1)} ×`,
    ]),
  );
  // Where the server or a neighbour keeps the cores busy, throughput says little and CPU time more.
  const goals = [1, wanted.checked, wanted.checked, wanted.composed, wanted.prebuilt];
  return rows.every(
    ({ perSecond, cpuMs }, index) =>
      Math.max(perSecond / base, baseCpu / cpuMs) >= (goals[index] ?? 0),
  );
}

/** @param isWatched whether somebody listens to the events of both */
function wholeSender(port: number, size: OrderSize, isWatched: boolean): Rival {
  let eventCount = 0;
  const onEvent = isWatched
    ? () => {
        eventCount += 1;
      }
    : undefined;
  const sender = createSender({
    transport: createPostmarkTransport({
      ...{ url: `smtp://127.0.0.1:${port}`, maxConnections: connections, onEvent },
      maxMessagesPerConnection: Number.MAX_SAFE_INTEGER,
    }),
    onEvent,
  });
  return {
    name: `our sender: checked, composed${isWatched ? ", its events heard" : ""}`,
    prepare: () => undefined,
    send: (n) => sender.send(makeOrderInput(n, size)),
    async close() {
      await sender.close();
      if (isWatched && eventCount === 0) throw new Error("Nobody told of the sends");
    },
  };
}
