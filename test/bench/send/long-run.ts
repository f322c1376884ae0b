import { createPostmarkTransport } from "../../../src/transport/postmark-transport.ts";
import { sendAll } from "./measure.ts";
import { makeOrder } from "./order.ts";
import { printTable } from "./print-table.ts";

/** Memory after each tenth of a long run through one transport. */
export async function measureLongRun(port: number, count: number): Promise<void> {
  const transport = createPostmarkTransport({ url: `smtp://127.0.0.1:${port}` });
  const part = Math.ceil(count / 10);
  const rows: string[][] = [];
  for (let sent = 0; sent < count; sent += part) {
    await sendAll(part, (n) => transport.deliver(makeOrder(sent + n)));
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    rows.push([String(sent + part), (heapUsed / 1e6).toFixed(1), (rss / 1e6).toFixed(0)]);
  }
  await transport.close();
  const how = globalThis.gc ? "after a collection" : "without --expose-gc, so not collected";
  printTable(`memory in a run of ${count} (${how})`, ["messages", "heap MB", "resident MB"], rows);
}
