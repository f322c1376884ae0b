import type { Rival } from "./senders.ts";

/** Callers at work at once; more than there are connections. */
const callers = 50;

/** Sends the first messages, keeping a number of callers busy. */
export async function sendAll(count: number, send: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let n = next++; n < count; n = next++) await send(n);
  };
  await Promise.all(Array.from({ length: callers }, work));
}

/** Throughput and CPU time of this process per message, warm. */
export async function measure(rival: Rival, count: number) {
  rival.prepare(count);
  await sendAll(Math.min(count, 500), rival.send);
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  await sendAll(count, rival.send);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  await rival.close();
  return { perSecond: count / seconds, cpuMs: (cpu.user + cpu.system) / 1000 / count };
}
