import { describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { isDeliveryError } from "../../src/errors.ts";
import type { TransportEvent } from "../../src/transport/transport-event.ts";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import { makeMessage } from "./messages.ts";
import { createSeededRandom } from "./seeded-random.ts";
import { createVirtualClock } from "./virtual-clock.ts";
import { inVirtualTime } from "./virtual-time.ts";

const busy = { reply: "421 4.3.2 too many connections" };

/** A server that turns away whoever comes when so many are connected; `limit.at` may be changed. */
async function setUp(limit: { at: number }, turnAway: typeof busy | "reset", options: object = {}) {
  let most = 0;
  const server = await openFaultServer({
    act: ({ moment }) => {
      if (moment !== "connect") return undefined;
      if (server.sockets.size > limit.at) return turnAway;
      most = Math.max(most, server.sockets.size);
      return undefined;
    },
  });
  const { clock } = createVirtualClock();
  const events: TransportEvent[] = [];
  const transport = openTransport({
    ...{ url: server.url, clock, random: createSeededRandom(1) },
    onEvent: (event) => events.push(event),
    ...options,
  });
  const count = (type: TransportEvent["type"]) =>
    events.filter((event) => event.type === type).length;
  return { server, clock, transport, count, most: () => most };
}

type Transport = Awaited<ReturnType<typeof setUp>>["transport"];

function deliverMany(transport: Transport, count: number) {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const messageId = `<${n}@shop.example>`;
      return await transport.deliver(makeMessage({ messageId })).catch((error: unknown) => error);
    }),
  );
}

describe("a server that lets in two at a time", () => {
  test.each([
    ["a 421", "pooled", busy],
    ["a reset", "pooled", "reset"],
    ["a 421", "fresh", busy],
    ["a reset", "fresh", "reset"],
  ] as const)("and turns others away with %s takes a hundred, %s", async (_, kind, how) => {
    const options = kind === "fresh" ? { maxMessagesPerConnection: 1 } : {};
    const { server, transport, count } = await setUp({ at: 2 }, how, { retries: 0, ...options });
    const told = await deliverMany(transport, 100);
    expect(told.filter((what) => what instanceof Error)).toEqual([]);
    expect(new Set(server.ids()).size).toBe(100);
    expect(server.record.taken).toHaveLength(100);
    expect(count("retry")).toBe(0);
    expect(count("failed")).toBe(0);
  });

  test("is not asked for more connections for a while, and then for one at a time", async () => {
    const limit = { at: 2 };
    const { clock, transport, count, most } = await setUp(limit, busy);
    await deliverMany(transport, 30);
    const failures = count("connection-failed");
    expect(failures).toBeLessThan(10);
    await deliverMany(transport, 30);
    expect(count("connection-failed")).toBe(failures);
    await clock.sleep(10_000);
    await deliverMany(transport, 30);
    expect(count("connection-failed")).toBe(failures + 1);
    limit.at = 100;
    await clock.sleep(10_000);
    await deliverMany(transport, 100);
    expect(count("connection-failed")).toBe(failures + 1);
    expect(most()).toBe(10);
  });

  test("and then none, with the connections that are open gone too, is waited for a while", async () => {
    const limit = { at: 2 };
    const { server, clock, transport, count } = await setUp(limit, busy, { retries: 0 });
    await deliverMany(transport, 20);
    limit.at = 0;
    for (const socket of server.sockets) socket.resetAndDestroy();
    const before = clock.now();
    const waiting = deliverMany(transport, 20);
    await clock.sleep(2_000);
    limit.at = 2;
    expect((await waiting).filter((what) => what instanceof Error)).toEqual([]);
    expect(clock.now() - before).toBeLessThan(5_000);
    expect(count("failed")).toBe(0);
    expect(server.record.taken).toHaveLength(40);
  });

  test("lets those who wait finish when the transport is closed", async () => {
    const { server, transport } = await setUp({ at: 1 }, busy, {
      ...{ clock: systemClock, closeGraceMs: 5_000 },
    });
    const told = deliverMany(transport, 20);
    await expect.poll(() => server.record.taken.length).toBeGreaterThan(0);
    await transport.close();
    expect((await told).filter((what) => what instanceof Error)).toEqual([]);
    expect(server.record.taken).toHaveLength(20);
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  test("and stands still: who waits is told after six time-outs, and not after the long one", async () => {
    let onStuck = () => {};
    const bothStuck = new Promise<void>((resolve) => {
      onStuck = resolve;
    });
    const server = await openFaultServer({
      act: ({ moment }) => {
        if (moment === "dot") {
          if (server.record.bodies.length === 2) onStuck();
          return "silence";
        }
        return moment === "connect" && server.sockets.size > 2 ? busy : undefined;
      },
    });
    const { result } = await inVirtualTime(async () => {
      const transport = openTransport({
        ...{ url: server.url, timeoutMs: 5_000, finalDotTimeoutMs: 600_000 },
      });
      const stuck = ["<1@shop.example>", "<2@shop.example>"].map((messageId) =>
        rejection(transport.deliver(makeMessage({ messageId }))),
      );
      await bothStuck;
      const before = Date.now();
      const told = await deliverMany(transport, 30);
      const elapsedMs = Date.now() - before;
      await transport.close();
      return { told, elapsedMs, stuck: await Promise.all(stuck) };
    });
    const { told, elapsedMs, stuck } = result;
    // Eight wait beside the two that are stuck, and then the next eight.
    expect(elapsedMs).toBe(4 * 6 * 5_000);
    for (const error of told) expect(error).toMatchObject({ kind: "timeout", outcome: "not-sent" });
    expect(String(told[0])).toContain("takes no more connections");
    for (const error of stuck) expect(error).toMatchObject({ outcome: "unknown" });
  });

  test("waits for no connection that its caller has given up on", async () => {
    const { transport } = await setUp({ at: 1 }, busy);
    await transport.verify();
    const abort = new AbortController();
    const gaveUp = Array.from({ length: 5 }, () =>
      rejection(transport.deliver(makeMessage(), { signal: abort.signal })),
    );
    abort.abort();
    for (const error of await Promise.all(gaveUp)) expect(error).toMatchObject({ kind: "aborted" });
    await transport.deliver(makeMessage());
  });
});

describe("a server that is always down", () => {
  test.each([
    ["turns everybody away", busy],
    ["resets every connection", "reset"],
  ] as const)("and %s: a hundred messages are told within ten seconds", async (_, how) => {
    const { clock, server, transport, count } = await setUp({ at: 0 }, how);
    const before = clock.now();
    const told = await deliverMany(transport, 100);
    expect(clock.now() - before).toBeLessThan(10_000);
    for (const error of told) {
      if (!isDeliveryError(error)) throw error;
      expect(error).toMatchObject({ kind: "connection", transient: true, outcome: "not-sent" });
    }
    expect(count("failed")).toBe(100);
    // It is not hammered: far fewer connections than messages, let alone attempts.
    expect(server.record.connections).toBeLessThan(60);
  });

  test("and has been for long: another message is told within twelve seconds", async () => {
    const { clock, transport } = await setUp({ at: 0 }, busy);
    for (let i = 0; i < 10; i += 1) await rejection(transport.deliver(makeMessage()));
    const before = clock.now();
    await rejection(transport.deliver(makeMessage()));
    expect(clock.now() - before).toBeLessThan(12_000);
  });

  test("in silence: a hundred messages are told after one time-out", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "connect" ? "silence" : undefined),
    });
    const { result: told, elapsedMs } = await inVirtualTime(() =>
      deliverMany(openTransport({ url: server.url, timeoutMs: 6_000, retries: 0 }), 100),
    );
    for (const error of told) expect(error).toMatchObject({ kind: "timeout", stage: "greeting" });
    expect(elapsedMs).toBe(6_000);
    expect(server.record.connections).toBe(10);
  });

  test("after it was there: messages are told within fifteen seconds", async () => {
    const limit = { at: 10 };
    const { server, clock, transport } = await setUp(limit, busy);
    await deliverMany(transport, 20);
    limit.at = 0;
    for (const socket of server.sockets) socket.resetAndDestroy();
    const before = clock.now();
    for (const error of await deliverMany(transport, 100)) {
      expect(error).toMatchObject({ kind: "connection", smtpCode: 421 });
    }
    expect(clock.now() - before).toBeLessThan(15_000);
  });

  test("with a refused login: all who wait are told at the first refusal", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "auth" ? { reply: "535 5.7.8 no" } : undefined),
    });
    const url = `smtp://user:password@127.0.0.1:${server.port}`;
    const told = await deliverMany(openTransport({ url, maxConnections: 2 }), 100);
    for (const error of told) expect(error).toMatchObject({ kind: "credentials", smtpCode: 535 });
    expect(server.record.connections).toBeLessThan(4);
  });
});
