import { describe, expect, test } from "vitest";
import type { TransportEvent } from "../../src/transport/transport-event.ts";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import { createFakeClock } from "./fake-clock.ts";
import type { Act, Circumstances } from "./fault-server.ts";
import { makeMessage } from "./messages.ts";
import { inVirtualTime } from "./virtual-time.ts";

const almostOne = 1 - Number.EPSILON;

async function setUp(act: (now: Circumstances) => Act | undefined, options: object = {}) {
  const server = await openFaultServer({ act });
  const { clock, sleeps } = createFakeClock();
  const events: TransportEvent[] = [];
  const transport = openTransport({
    ...{ url: server.url, clock, random: () => almostOne },
    onEvent: (event) => events.push(event),
    ...options,
  });
  return { server, sleeps, events, transport };
}

describe("deliver() tries again", () => {
  test.each([
    ["a 421 in place of the greeting", "connect", { reply: "421 4.3.2 busy" }],
    ["a connection that ends at the greeting", "connect", "close"],
    ["a 454 to the login", "auth", { reply: "454 4.7.0 later" }],
    ["a 450 to MAIL", "mail", { reply: "450 4.7.1 later" }],
    ["a connection reset at MAIL", "mail", "reset"],
    ["a 450 to every RCPT", "rcpt", { reply: "450 4.2.1 later" }],
    ["a 451 to DATA", "data", { reply: "451 4.3.0 later" }],
    ["a connection that ends before DATA", "data", "close"],
    ["a 451 to the message", "dot", { reply: "451 4.3.0 later" }],
    ["a 421 to the message", "dot", { reply: "421 4.3.2 busy" }],
  ] as const)("after %s", async (_, moment, act) => {
    let struck = 0;
    const url = (port: number) => `smtp://user:password@127.0.0.1:${port}`;
    const server = await openFaultServer({
      act: (now) => (now.moment === moment && struck++ < 2 ? act : undefined),
    });
    const { clock, sleeps } = createFakeClock();
    const options = { url: url(server.port), clock, random: () => almostOne };
    const delivery = await openTransport(options).deliver(makeMessage());
    expect(delivery.response).toBe("250 2.0.0 queued");
    expect(server.record.taken).toHaveLength(1);
    expect(sleeps).toEqual([249, 499]);
  });

  test("with the same octets each time", async () => {
    const { server, transport } = await setUp(({ moment, total }) =>
      moment === "dot" && total < 4 ? { reply: "451 4.3.0 later" } : undefined,
    );
    const content = Buffer.from("a file");
    await transport.deliver(
      makeMessage({ attachments: [{ filename: "a.txt", content, contentType: "text/plain" }] }),
    );
    expect(server.record.bodies).toHaveLength(4);
    expect(new Set(server.record.bodies).size).toBe(1);
  });

  test("after waits that double, cut short at random, and then gives up", async () => {
    const { server, sleeps, transport } = await setUp(
      ({ moment }) => (moment === "mail" ? { reply: "450 4.7.1 later" } : undefined),
      { retries: 8 },
    );
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ kind: "rejected", transient: true, smtpCode: 450 });
    expect(sleeps).toEqual([249, 499, 999, 1999, 3999, 7999, 9999, 9999]);
    expect(server.record.total).toBe(9);
  });

  test("three times when not told otherwise", async () => {
    const { server, transport } = await setUp(
      ({ moment }) => (moment === "mail" ? { reply: "450 4.7.1 later" } : undefined),
      { random: () => 0 },
    );
    await rejection(transport.deliver(makeMessage()));
    expect(server.record.total).toBe(4);
  });

  test("and tells of each retry, and of giving up", async () => {
    const { events, transport } = await setUp(
      ({ moment }) => (moment === "mail" ? { reply: "450 4.7.1 later" } : undefined),
      { retries: 1, maxConnections: 1 },
    );
    await rejection(transport.deliver(makeMessage()));
    expect(events.map(({ type }) => type)).toEqual([
      ...["connection-opened", "attempt", "retry", "attempt", "failed"],
    ]);
    expect(events[2]).toMatchObject({ attempt: 1, delayMs: 249, error: { smtpCode: 450 } });
    expect(events[4]).toMatchObject({ attempt: 2, messageId: "<one@shop.example>" });
  });
});

describe("deliver() does not try again", () => {
  test.each([
    ["what is refused for good", "mail", { reply: "550 5.7.1 no" }],
    ["a login that is refused", "auth", { reply: "535 5.7.8 no" }],
    ["a message whose answer was lost", "dot", { keepAnd: "close" }],
    ["a message answered with nonsense", "dot", { reply: "what?" }],
  ] as const)("%s", async (_, moment, act) => {
    const server = await openFaultServer({
      act: (now) => (now.moment === moment ? act : undefined),
    });
    const { clock, sleeps } = createFakeClock();
    const url = `smtp://user:password@127.0.0.1:${server.port}`;
    await rejection(openTransport({ url, clock }).deliver(makeMessage()));
    expect(sleeps).toEqual([]);
    expect(server.record.connections).toBe(1);
    expect(server.record.total).toBeLessThan(2);
  });
});

describe("a connection that was ended while it was idle", () => {
  test.each(["close", "reset"] as const)("with %s costs nobody an attempt", async (how) => {
    const { server, sleeps, transport } = await setUp(() => undefined, { retries: 0 });
    await transport.deliver(makeMessage());
    for (const socket of server.sockets) how === "close" ? socket.end() : socket.resetAndDestroy();
    await transport.deliver(makeMessage());
    expect(server.record.taken).toHaveLength(2);
    expect(server.record.connections).toBe(2);
    expect(sleeps).toEqual([]);
  });

  test.each([
    ["a 421 to MAIL", { reply: "421 4.4.2 idle too long" }],
    ["its end at MAIL", "close"],
    ["its reset at MAIL", "reset"],
    ["silence at MAIL", "silence"],
  ] as const)("and shows it by %s is replaced at once", async (_, act) => {
    const { server, sleeps, events, transport } = await setUp(
      ({ moment, message }) => (moment === "mail" && message === 2 ? act : undefined),
      { retries: 0, maxConnections: 1 },
    );
    await inVirtualTime(async () => {
      for (let i = 0; i < 4; i += 1) await transport.deliver(makeMessage());
    });
    expect(server.record.taken).toHaveLength(4);
    expect(sleeps).toEqual([]);
    expect(events.filter(({ type }) => type === "retry")).toMatchObject([
      ...[{ attempt: 1, delayMs: 0 }, { attempt: 1 }, { attempt: 1 }],
    ]);
  });

  test("is not replaced again when the new one fails too", async () => {
    let isDown = false;
    const { server, transport } = await setUp(
      ({ moment }) => (isDown && moment === "mail" ? "close" : undefined),
      {
        retries: 0,
      },
    );
    await transport.deliver(makeMessage());
    isDown = true;
    expect(await rejection(transport.deliver(makeMessage()))).toMatchObject({ stage: "mail" });
    expect(server.record.connections).toBe(2);
  });

  test("by a 421 that comes on its own is not used again", async () => {
    const { server, transport, events } = await setUp(() => undefined, { retries: 0 });
    await transport.deliver(makeMessage());
    for (const socket of server.sockets) socket.end("421 4.4.2 bye\r\n");
    await expect.poll(() => events.map(({ type }) => type)).toContain("connection-closed");
    await transport.deliver(makeMessage());
    expect(events.filter(({ type }) => type === "retry")).toEqual([]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: "connection-closed", reason: "server" }),
    );
  });
});

describe("a server that refuses connections", () => {
  test("is tried by one delivery at a time, and the others get the same answer", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "auth" ? { reply: "535 5.7.8 no" } : undefined),
    });
    const url = `smtp://user:password@127.0.0.1:${server.port}`;
    const transport = openTransport({ url, maxConnections: 5 });
    await rejection(transport.deliver(makeMessage()));
    const errors = await Promise.all(
      Array.from({ length: 5 }, () => rejection(transport.deliver(makeMessage()))),
    );
    for (const error of errors) expect(error).toMatchObject({ kind: "credentials", smtpCode: 535 });
    expect(new Set(errors).size).toBe(5);
    expect(server.record.connections).toBe(2);
  });

  test("is tried less and less often", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "auth" ? { reply: "535 5.7.8 no" } : undefined),
    });
    const { clock, sleeps } = createFakeClock();
    const url = `smtp://user:password@127.0.0.1:${server.port}`;
    const transport = openTransport({ url, clock, random: () => 0 });
    for (let i = 0; i < 7; i += 1) await rejection(transport.deliver(makeMessage()));
    expect(sleeps).toEqual([50, 100, 200, 400]);
  });

  test("and fixes is used again at once by all", async () => {
    let isDown = true;
    const server = await openFaultServer({
      act: ({ moment }) => (isDown && moment === "connect" ? "reset" : undefined),
    });
    const { clock } = createFakeClock();
    const transport = openTransport({ url: server.url, clock, retries: 0, maxConnections: 4 });
    for (let i = 0; i < 3; i += 1) await rejection(transport.deliver(makeMessage()));
    isDown = false;
    await Promise.all(Array.from({ length: 20 }, () => transport.deliver(makeMessage())));
    expect(server.record.taken).toHaveLength(20);
    expect(server.sockets.size).toBe(4);
  });

  test("does not take along those who wait when the one who tries gives up", async () => {
    let struck = 0;
    const server = await openFaultServer({
      act: ({ moment }) => {
        if (moment !== "connect") return undefined;
        struck += 1;
        if (struck === 1) return "reset";
        return struck === 2 ? "silence" : undefined;
      },
    });
    const transport = openTransport({ url: server.url, retries: 0 });
    await rejection(transport.deliver(makeMessage()));
    const first = new AbortController();
    const gaveUp = rejection(transport.deliver(makeMessage(), { signal: first.signal }));
    const other = transport.deliver(makeMessage());
    await expect.poll(() => struck).toBe(2);
    first.abort();
    expect(await gaveUp).toMatchObject({ kind: "aborted" });
    expect((await other).accepted).toEqual(["ada@example.com"]);
  });
});
