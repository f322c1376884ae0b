import { createPostmarkTransport, createSender } from "letterpress";
import { createInbox } from "letterpress/inbox";
import { printTable } from "../send/print-table.ts";
import { makeOrderInput } from "./order-input.ts";
import { openSlowLink } from "./slow-link.ts";

const addedMs = 30;
const count = 20;
/** MAIL, RCPT and DATA in one, the message in the other. */
const allowed = 2;

/** Counts the round trips of a message on a warm connection. @returns whether they are two at most */
export async function countRoundTrips(sinkPort: number): Promise<boolean> {
  const inbox = await createInbox({ port: 0 });
  const servers = [
    ["smtp-sink", sinkPort],
    ["the local Postmark, over TLS", inbox.port],
  ] as const;
  const rows: string[][] = [];
  let most = 0;
  for (const [name, port] of servers) {
    const link = await openSlowLink(port, addedMs);
    const sender = createSender({
      transport: createPostmarkTransport({
        ...{ url: `smtp://127.0.0.1:${link.port}`, maxConnections: 1 },
      }),
    });
    await sender.send(makeOrderInput(0));
    const before = link.roundTrips();
    const startedAt = performance.now();
    for (let n = 1; n <= count; n += 1) await sender.send(makeOrderInput(n));
    const ms = (performance.now() - startedAt) / count;
    const each = (link.roundTrips() - before) / count;
    most = Math.max(most, each);
    rows.push([name, before.toFixed(0), each.toFixed(1), ms.toFixed(0)]);
    await sender.close();
    await link.close();
  }
  await inbox.close();
  printTable(
    `one connection through a link that adds ${addedMs} ms to each round trip`,
    ["server", "first message", "each after it", "ms each"],
    rows,
  );
  return most <= allowed;
}
