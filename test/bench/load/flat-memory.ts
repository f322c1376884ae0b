import { createPostmarkTransport, createSender } from "letterpress";
import { printTable } from "../send/print-table.ts";
import { makeOrderInput } from "./order-input.ts";

/** The heap may grow by so much after the first fifth of the run, once all code is warm. */
const allowedGrowthMb = 8;

/** Sends from a generator through one sender. @returns whether memory stayed flat and all were sent */
export async function runLong(port: number, count: number): Promise<boolean> {
  const sender = createSender({
    transport: createPostmarkTransport({ url: `smtp://127.0.0.1:${port}` }),
  });
  const inputs = function* () {
    for (let n = 0; n < count; n += 1) yield makeOrderInput(n, "two lines");
  };
  const part = Math.ceil(count / 10);
  const rows: string[][] = [];
  const heaps: number[] = [];
  let sent = 0;
  let startedAt = performance.now();
  for await (const { status } of sender.sendMany(inputs(), { concurrency: 50 })) {
    if (status === "sent") sent += 1;
    if (sent % part !== 0) continue;
    const perSecond = part / ((performance.now() - startedAt) / 1000);
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    heaps.push(heapUsed / 1e6);
    rows.push([`${sent}`, perSecond.toFixed(0), mb(heapUsed), mb(rss)]);
    startedAt = performance.now();
  }
  await sender.close();
  const header = ["messages", "messages/s", "heap MB", "resident MB"];
  printTable(`${count} orders through one sender, from a generator`, header, rows);
  const growth = Math.max(...heaps) - (heaps[1] ?? 0);
  console.log(
    `  ${sent} of ${count} sent; the heap grew by ${growth.toFixed(1)} MB after the first fifth`,
  );
  return sent === count && growth < allowedGrowthMb;
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
