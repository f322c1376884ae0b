import { createPostmarkTransport, createSender } from "letterpress";
import { measureInTurns } from "../send/measure.ts";
import type { OrderSize } from "../send/order.ts";
import { printTable } from "../send/print-table.ts";
import { createRivals, type Rival } from "../send/senders.ts";
import { makeOrderInput } from "./order-input.ts";

const connections = 10;
const rounds = 5;

/** Times nodemailer's own pool that ours has to reach, composing from parts and with bytes made before. */
const wanted = { composed: 2, prebuilt: 6 };

/**
 * Compares the whole sender and its transport with nodemailer's pool, on orders of one size.
 *
 * @returns whether the transport meets both goals, in throughput or in CPU time; the whole sender
 * checks what the pool does not
 */
export async function compareThroughput(
  port: number,
  count: number,
  size: OrderSize,
): Promise<boolean> {
  const [pool, , composed, prebuilt] = createRivals(port, connections, size);
  if (!pool || !composed || !prebuilt) throw new Error("Cannot compare: a sender is missing");
  const rivals = [pool, wholeSender(port, size), composed, prebuilt];
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
  const [, , composedRatio = 0, prebuiltRatio = 0] = rows.map(({ perSecond, cpuMs }) =>
    Math.max(perSecond / base, baseCpu / cpuMs),
  );
  return composedRatio >= wanted.composed && prebuiltRatio >= wanted.prebuilt;
}

function wholeSender(port: number, size: OrderSize): Rival {
  const sender = createSender({
    transport: createPostmarkTransport({
      ...{ url: `smtp://127.0.0.1:${port}`, maxConnections: connections },
      maxMessagesPerConnection: Number.MAX_SAFE_INTEGER,
    }),
  });
  return {
    name: "our sender: checked, composed",
    prepare: () => undefined,
    send: (n) => sender.send(makeOrderInput(n, size)),
    close: () => sender.close(),
  };
}
