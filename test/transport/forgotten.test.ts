import { describe, expect, test } from "vitest";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import { createFakeClock } from "./fake-clock.ts";
import type { Act, Circumstances } from "./fault-server.ts";
import { makeMessage } from "./messages.ts";
import { inVirtualTime } from "./virtual-time.ts";

/** Sends so many messages one after the other. @returns what each gave, and the milliseconds of the last */
async function sendInTurn(
  count: number,
  act: (now: Circumstances) => Act | undefined,
  options: object = {},
  extensions = ["PIPELINING"],
) {
  const server = await openFaultServer({ act, extensions });
  const results: unknown[] = [];
  let beforeLast = 0;
  const { elapsedMs } = await inVirtualTime(async () => {
    const start = Date.now();
    const transport = openTransport({ url: server.url, retries: 0, ...options });
    for (let i = 0; i < count; i += 1) {
      beforeLast = Date.now() - start;
      const sending = transport.deliver(makeMessage({ messageId: `<${i}@shop.example>` }));
      results.push(await sending.catch((error: unknown) => error));
    }
    await transport.close();
  });
  return { server, results, lastMs: elapsedMs - beforeLast };
}

describe("a connection that was forgotten while idle", () => {
  test.each([
    [1_000, 1_000],
    [10_000, 2_000],
    [600_000, 2_000],
  ])("with timeoutMs %i costs %i ms, and counts as an attempt", async (timeoutMs, costMs) => {
    const { server, results, lastMs } = await sendInTurn(
      2,
      ({ moment, message }) => (moment === "mail" && message === 2 ? "silence" : undefined),
      { timeoutMs },
    );
    expect(results).toMatchObject([{ attempts: 1 }, { attempts: 2 }]);
    expect(lastMs).toBe(costMs);
    expect(server.ids()).toEqual(["<0@shop.example>", "<1@shop.example>"]);
  });

  test("takes along the others that were idle with it", async () => {
    let isForgotten = false;
    const server = await openFaultServer({
      act: ({ moment, connection }) =>
        moment === "mail" && isForgotten && connection <= 3 ? "silence" : undefined,
    });
    const { elapsedMs } = await inVirtualTime(async () => {
      const transport = openTransport({ url: server.url, retries: 0 });
      await Promise.all([1, 2, 3].map(() => transport.deliver(makeMessage())));
      isForgotten = true;
      const { attempts } = await transport.deliver(makeMessage());
      expect(attempts).toBe(2);
    });
    expect(elapsedMs).toBe(2_000);
  });

  test("is told as a retry that costs none of the retries", async () => {
    const { results } = await sendInTurn(2, ({ moment, message }) =>
      moment === "mail" && message === 2 ? "silence" : undefined,
    );
    expect(results).toMatchObject([{ attempts: 1 }, { attempts: 2 }]);
  });

  test("is not sent again what had its dot", async () => {
    const { server, results } = await sendInTurn(
      2,
      ({ moment, message }) =>
        moment === "dot" && message === 2 ? { keepAnd: "silence" } : undefined,
      { finalDotTimeoutMs: 30_000 },
    );
    expect(results[1]).toMatchObject({ kind: "timeout", stage: "final-dot", outcome: "unknown" });
    expect(server.record.total).toBe(2);
  });
});

test("a server that is slow by itself is waited for on a used connection too", async () => {
  const { server, results } = await sendInTurn(
    3,
    ({ moment, message }) =>
      moment === "mail" ? { delayMs: message === 1 ? 1_500 : 4_000 } : undefined,
    {},
    [],
  );
  expect(results).toMatchObject([{ attempts: 1 }, { attempts: 1 }, { attempts: 1 }]);
  expect(server.record.connections).toBe(1);
});

test("a connection that was idle for longer than allowed by the clock is not used, timer or none", async () => {
  const server = await openFaultServer();
  const { clock } = createFakeClock();
  const transport = openTransport({ url: server.url, clock, idleTimeoutMs: 50_000 });
  await transport.deliver(makeMessage());
  // The process is frozen, and its timers with it.
  await clock.sleep(50_001);
  expect(await transport.deliver(makeMessage())).toMatchObject({ attempts: 1 });
  expect(server.record.connections).toBe(2);
  await clock.sleep(50_000);
  await transport.deliver(makeMessage());
  expect(server.record.connections).toBe(2);
});

test("a new connection has the whole of timeoutMs for its first message", async () => {
  const server = await openFaultServer({
    act: ({ moment }) => (moment === "mail" ? "silence" : undefined),
  });
  const { result, elapsedMs } = await inVirtualTime(() =>
    rejection(openTransport({ url: server.url }).deliver(makeMessage())),
  );
  expect(elapsedMs).toBe(10_000);
  expect(result).toMatchObject({ kind: "timeout", stage: "mail", outcome: "not-sent" });
});
