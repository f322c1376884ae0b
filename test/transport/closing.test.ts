import { spawn } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { describe, expect, test } from "vitest";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import { createFakeClock, createFrozenClock } from "./fake-clock.ts";
import { makeMessage } from "./messages.ts";
import { inVirtualTime } from "./virtual-time.ts";

describe("close()", () => {
  test("lets what is under way and in line finish, and says goodbye", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "dot" ? { delayMs: 30 } : undefined),
    });
    const transport = openTransport({ url: server.url, maxConnections: 1, closeGraceMs: 5_000 });
    const deliveries = [1, 2, 3].map(() => transport.deliver(makeMessage()));
    await transport.close();
    expect(await Promise.all(deliveries)).toHaveLength(3);
    expect(server.record.taken).toHaveLength(3);
    expect(server.record.commands.at(-1)).toBe("QUIT");
  });

  test("rejects what is not through when the grace is over, with what is known of it", async () => {
    const server = await openFaultServer({
      act: ({ moment, total }) => {
        if (moment === "dot" && total === 1) return { keepAnd: "silence" };
        return moment === "mail" && total === 2 ? "silence" : undefined;
      },
    });
    const transport = openTransport({ url: server.url, maxConnections: 2, closeGraceMs: 50 });
    const first = rejection(transport.deliver(makeMessage()));
    await expect.poll(() => server.record.bodies.length).toBe(1);
    const second = rejection(transport.deliver(makeMessage()));
    const third = rejection(transport.deliver(makeMessage()));
    await expect.poll(() => server.record.total).toBe(2);
    await transport.close();
    expect(await first).toMatchObject({ kind: "closed", stage: "final-dot", outcome: "unknown" });
    expect(await second).toMatchObject({ kind: "closed", stage: "mail", outcome: "not-sent" });
    expect(await third).toMatchObject({ kind: "closed", stage: "compose", outcome: "not-sent" });
    expect(String(await first)).toContain("the transport was closed before it was through");
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  test("ends the wait for a retry, too", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "mail" ? { reply: "450 4.7.1 later" } : undefined),
    });
    const { clock, sleepers } = createFrozenClock();
    const transport = openTransport({ url: server.url, clock, closeGraceMs: 1 });
    const failed = rejection(transport.deliver(makeMessage()));
    await expect.poll(() => sleepers.length).toBe(1);
    const closed = transport.close();
    await expect.poll(() => sleepers.length).toBe(2);
    sleepers[1]?.();
    await closed;
    expect(await failed).toMatchObject({ kind: "closed", outcome: "not-sent" });
  });

  test("may be called twice, and nothing is taken after it", async () => {
    const server = await openFaultServer();
    const transport = openTransport({ url: server.url });
    await transport.deliver(makeMessage());
    await Promise.all([transport.close(), transport.close()]);
    await transport.close();
    expect(await rejection(transport.deliver(makeMessage()))).toMatchObject({ kind: "closed" });
    expect(await rejection(transport.verify())).toMatchObject({ kind: "closed" });
    expect(server.record.connections).toBe(1);
  });

  test("does not wait long for a server that does not answer QUIT", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "quit" ? "silence" : undefined),
    });
    const { elapsedMs } = await inVirtualTime(async () => {
      const transport = openTransport({ url: server.url });
      await transport.deliver(makeMessage());
      await transport.close();
    });
    expect(elapsedMs).toBe(1_000);
  });
});

describe("an aborted signal", () => {
  test("before anything leaves no trace on the network", async () => {
    const server = await openFaultServer();
    const transport = openTransport({ url: server.url });
    const signal = AbortSignal.abort(new Error("changed my mind"));
    const error = await rejection(transport.deliver(makeMessage(), { signal }));
    expect(error).toMatchObject({ kind: "aborted", outcome: "not-sent", transient: false });
    expect((error as Error).cause).toEqual(new Error("changed my mind"));
    expect(server.record.connections).toBe(0);
  });

  test.each([
    ["connect", "greeting", "not-sent"],
    ["mail", "mail", "not-sent"],
    ["data", "data", "not-sent"],
    ["dot", "final-dot", "unknown"],
  ] as const)(
    "while the server is silent at %s ends it: %s, %s",
    async (moment, stage, outcome) => {
      let isReached = false;
      const server = await openFaultServer({
        act: (now) => {
          if (now.moment !== moment) return undefined;
          isReached = true;
          return "silence";
        },
      });
      const controller = new AbortController();
      const transport = openTransport({ url: server.url });
      const failed = rejection(transport.deliver(makeMessage(), { signal: controller.signal }));
      await expect.poll(() => isReached).toBe(true);
      controller.abort();
      expect(await failed).toMatchObject({ kind: "aborted", stage, outcome });
      await expect.poll(() => server.sockets.size).toBe(0);
    },
  );

  test("while it waits in line takes it out of the line", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "dot" ? { delayMs: 50 } : undefined),
    });
    const transport = openTransport({ url: server.url, maxConnections: 1, closeGraceMs: 5_000 });
    const first = transport.deliver(makeMessage());
    const controller = new AbortController();
    const second = rejection(transport.deliver(makeMessage(), { signal: controller.signal }));
    const third = transport.deliver(makeMessage());
    controller.abort();
    expect(await second).toMatchObject({ kind: "aborted", stage: "compose", outcome: "not-sent" });
    await Promise.all([first, third]);
    expect(server.record.taken).toHaveLength(2);
  });

  test("shared by many deliveries ends them all, and leaves no listener behind", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "mail" ? "silence" : undefined),
    });
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on("warning", listen);
    const controller = new AbortController();
    const transport = openTransport({ url: server.url });
    const failed = Array.from({ length: 30 }, () =>
      rejection(transport.deliver(makeMessage(), { signal: controller.signal })),
    );
    await expect.poll(() => server.record.total).toBe(10);
    controller.abort();
    for (const error of await Promise.all(failed)) expect(error).toMatchObject({ kind: "aborted" });
    process.off("warning", listen);
    expect(warnings).toEqual([]);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("ends verify()", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "ehlo" ? "silence" : undefined),
    });
    const controller = new AbortController();
    const failed = rejection(openTransport({ url: server.url }).verify(controller));
    await expect.poll(() => server.record.commands).toHaveLength(1);
    controller.abort();
    expect(await failed).toMatchObject({ kind: "aborted", stage: "greeting" });
  });
});

test("maxMessagesPerSecond spaces messages evenly", async () => {
  const server = await openFaultServer();
  const { clock, sleeps } = createFakeClock();
  const transport = openTransport({ url: server.url, clock, maxMessagesPerSecond: 4 });
  const startedAt = clock.now();
  for (let i = 0; i < 5; i += 1) await transport.deliver(makeMessage());
  expect(sleeps).toEqual([250, 250, 250, 250]);
  expect(clock.now() - startedAt).toBe(1_000);
});

test("an idle connection is closed after idleTimeoutMs", async () => {
  const server = await openFaultServer();
  const transport = openTransport({ url: server.url, idleTimeoutMs: 4_000 });
  const { elapsedMs } = await inVirtualTime(async () => {
    await transport.deliver(makeMessage());
    const [socket] = server.sockets;
    if (!socket) throw new Error("there is no connection");
    await once(socket, "close");
  });
  expect(elapsedMs).toBe(4_000);
  expect(server.record.commands.at(-1)).toBe("QUIT");
  await transport.deliver(makeMessage());
  expect(server.record.connections).toBe(2);
});

test("an idle connection does not keep the process alive", async () => {
  const server = await openFaultServer();
  const module = JSON.stringify(
    new URL("../../src/transport/postmark-transport.ts", import.meta.url),
  );
  const program = `
    const { createPostmarkTransport } = await import(${module});
    const transport = createPostmarkTransport({ url: "${server.url}" });
    const message = ${JSON.stringify(makeMessage())};
    await transport.deliver({ ...message, date: new Date(message.date) });
    console.log("delivered");
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, "exit");
  expect({ code, output }).toEqual({ code: 0, output: "delivered\n" });
}, 20_000);
