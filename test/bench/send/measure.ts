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

/** What a sender needed, over all rounds: the median of each. */
export interface Measurement {
  readonly name: string;
  readonly perSecond: number;
  /** CPU time of this process for each message. */
  readonly cpuMs: number;
}

/**
 * Measures senders in turns, so that what else the machine does meets them all; the first turn only
 * warms up. No collection is forced between turns: it throws away what the compiler has learnt.
 */
export async function measureInTurns(
  rivals: readonly Rival[],
  count: number,
  rounds: number,
): Promise<readonly Measurement[]> {
  for (const rival of rivals) rival.prepare(count);
  const results = rivals.map(({ name }) => ({ name, perSecond: [], cpuMs: [] }) as Samples);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, rival] of rivals.entries()) {
      const cpuBefore = process.cpuUsage();
      const startedAt = performance.now();
      await sendAll(count, rival.send);
      const seconds = (performance.now() - startedAt) / 1000;
      const cpu = process.cpuUsage(cpuBefore);
      if (round === 0) continue;
      results[index]?.perSecond.push(count / seconds);
      results[index]?.cpuMs.push((cpu.user + cpu.system) / 1000 / count);
    }
  }
  for (const rival of rivals) await rival.close();
  return results.map(({ name, perSecond, cpuMs }) => ({
    name,
    perSecond: median(perSecond),
    cpuMs: median(cpuMs),
  }));
}

interface Samples {
  readonly name: string;
  readonly perSecond: number[];
  readonly cpuMs: number[];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
