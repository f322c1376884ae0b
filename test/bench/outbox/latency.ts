import { setTimeout as sleep } from "node:timers/promises";
import { createPostmarkTransport, createSender } from "../../../src/index.ts";
import { createOutbox } from "../../../src/outbox/index.ts";
import { startFaultServer } from "../../transport/fault-server.ts";

/**
 * Milliseconds from the call of `enqueue` until MAIL reaches the server, of messages that come one
 * by one to a worker that has nothing to do.
 */
export async function measureLatency(url: string, count: number): Promise<number[]> {
  let arrived = (_at: number) => {};
  const server = await startFaultServer({
    act: ({ moment }) => {
      if (moment === "mail") arrived(performance.now());
      return undefined;
    },
  });
  const transport = createPostmarkTransport({ url: server.url });
  const sender = createSender({ transport, from: "shop@shop.example" });
  const outbox = createOutbox({ url, schema: "latency", sender });
  const ending = new AbortController();
  const working = outbox.work({ signal: ending.signal });
  const times: number[] = [];
  // The first opens the connection.
  for (let i = -1; i < count; i++) {
    await sleep(i < 0 ? 500 : 60 + 60 * Math.random());
    const reached = new Promise<number>((resolve) => {
      arrived = resolve;
    });
    const begun = performance.now();
    await outbox.enqueue({ to: "ada@example.com", subject: "Hi", text: `Hello ${i}` });
    const at = await reached;
    if (i >= 0) times.push(at - begun);
  }
  ending.abort();
  await working;
  await outbox.close();
  await transport.close();
  await server.close();
  return times;
}
