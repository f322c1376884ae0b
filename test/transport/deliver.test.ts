import { describe, expect, test } from "vitest";
import { compose } from "../../src/transport/compose.ts";
import type { TransportEvent } from "../../src/transport/transport-event.ts";
import { openFaultServer, openServer, openTransport, rejection } from "./cleanup.ts";
import { makeMessage } from "./messages.ts";

describe("deliver()", () => {
  test("returns what the server took and said", async () => {
    const server = await openServer();
    const delivery = await openTransport({ url: server.url }).deliver(makeMessage());
    expect(delivery).toEqual({
      messageId: "<one@shop.example>",
      accepted: ["ada@example.com"],
      rejected: [],
      response: "250 queued",
      attempts: 1,
      timingsMs: expect.objectContaining({ "final-dot": expect.any(Number) }),
    });
  });

  test("names To, Cc and Bcc in the envelope, each once, and Bcc nowhere else", async () => {
    const server = await openServer();
    const ada = { address: "ada@example.com" };
    await openTransport({ url: server.url }).deliver(
      makeMessage({
        to: [ada],
        cc: [{ name: "Bob", address: "bob@example.com" }, ada],
        bcc: [{ address: "eve@example.com" }],
      }),
    );
    const [taken] = server.taken;
    expect(taken?.from).toBe("orders@shop.example");
    expect(taken?.to).toEqual(["ada@example.com", "bob@example.com", "eve@example.com"]);
    expect(taken?.raw).not.toContain("eve@example.com");
  });

  test("reuses a connection, and opens no more than maxConnections for all callers", async () => {
    const server = await openFaultServer();
    const transport = openTransport({ url: server.url, maxConnections: 3 });
    await Promise.all(Array.from({ length: 60 }, () => transport.deliver(makeMessage())));
    expect(server.record.connections).toBe(3);
    expect(server.record.taken).toHaveLength(60);
  });

  test("opens at most ten connections unless told otherwise", async () => {
    const server = await openFaultServer();
    const transport = openTransport({ url: server.url });
    await Promise.all(Array.from({ length: 40 }, () => transport.deliver(makeMessage())));
    expect(server.record.connections).toBe(10);
  });

  test("replaces a connection after maxMessagesPerConnection", async () => {
    const server = await openFaultServer();
    const options = { url: server.url, maxConnections: 1, maxMessagesPerConnection: 4 };
    const transport = openTransport(options);
    for (let i = 0; i < 9; i += 1) await transport.deliver(makeMessage());
    expect(server.record.connections).toBe(3);
  });

  test.each([
    ["two round trips when the server pipelines", ["PIPELINING"], 2],
    ["one round trip for each command when it does not", [], 8],
  ])("waits for %s", async (_, extensions, turns) => {
    const server = await openFaultServer({ latencyMs: 5, extensions });
    const transport = openTransport({ url: server.url, maxConnections: 1 });
    const to = [1, 2, 3, 4, 5].map((i) => ({ address: `reader${i}@example.com` }));
    await transport.deliver(makeMessage({ to }));
    server.record.turns = 0;
    for (let i = 0; i < 5; i += 1) await transport.deliver(makeMessage({ to }));
    expect(server.record.turns).toBe(5 * turns);
    expect(server.record.connections).toBe(1);
  });

  test("sends a message of several megabytes to the octet", async () => {
    const server = await openFaultServer();
    const content = Buffer.alloc(3_000_000, "0123456789\n");
    const attachments = [{ filename: "a.bin", content, contentType: "application/octet-stream" }];
    await openTransport({ url: server.url }).deliver(makeMessage({ attachments }));
    const encoded = content.toString("base64").replace(/.{76}/g, "$&\r\n");
    expect(server.record.taken[0]?.includes(encoded)).toBe(true);
  });

  test.each([
    ["small", 1],
    ["large", 3_000],
  ])("sends a %s message whose lines begin with dots as it was composed", async (_, times) => {
    const dots = ".\n..\n.a\n\n.\n. \nend.\n.".repeat(times);
    const message = makeMessage({ text: dots, html: undefined });
    const server = await openServer();
    await openTransport({ url: server.url }).deliver(message);
    expect(server.taken[0]?.raw).toBe(compose(message).bytes.toString("latin1"));
  });

  test("reports the recipients that were refused while others were taken", async () => {
    const server = await openFaultServer({
      act: ({ moment, recipient }) => {
        if (moment !== "rcpt") return undefined;
        if (recipient?.startsWith("gone")) return { reply: "550 5.1.1 no such user" };
        return recipient?.startsWith("full") ? { reply: "452 4.2.2 mailbox full" } : undefined;
      },
    });
    const to = ["gone@example.com", "ada@example.com", "full@example.com"];
    const message = makeMessage({ to: to.map((address) => ({ address })) });
    const delivery = await openTransport({ url: server.url }).deliver(message);
    expect(delivery.accepted).toEqual(["ada@example.com"]);
    expect(delivery.rejected).toEqual([
      {
        address: "gone@example.com",
        smtpCode: 550,
        enhancedCode: "5.1.1",
        response: "550 5.1.1 no such user",
        transient: false,
      },
      {
        address: "full@example.com",
        smtpCode: 452,
        enhancedCode: "4.2.2",
        response: "452 4.2.2 mailbox full",
        transient: true,
      },
    ]);
    expect(server.record.taken).toHaveLength(1);
  });

  test("goes on over the same connection after a refusal", async () => {
    const server = await openFaultServer({
      act: ({ moment, total }) =>
        moment === "mail" && total === 1 ? { reply: "550 5.7.1 not this sender" } : undefined,
    });
    const transport = openTransport({ url: server.url, maxConnections: 1 });
    expect(await rejection(transport.deliver(makeMessage()))).toMatchObject({ smtpCode: 550 });
    await transport.deliver(makeMessage());
    expect(server.record.connections).toBe(1);
    expect(server.record.commands).toContain("RSET");
  });
});

test("verify() connects and logs in, and sends nothing", async () => {
  const server = await openFaultServer();
  await openTransport({ url: `smtp://user:pass@127.0.0.1:${server.port}` }).verify();
  expect(server.record.commands.map((line) => line.split(" ")[0])).toEqual(["EHLO", "AUTH"]);
});

test("onEvent tells of connections, attempts and deliveries with the time of each stage", async () => {
  const server = await openFaultServer();
  const events: TransportEvent[] = [];
  const transport = openTransport({ url: server.url, onEvent: (event) => events.push(event) });
  await transport.deliver(makeMessage());
  await transport.close();
  const duration = expect.any(Number);
  expect(events).toEqual([
    {
      type: "connection-opened",
      connectionId: 1,
      server: transport.name,
      encrypted: false,
      timingsMs: { connect: duration, greeting: duration },
    },
    {
      type: "attempt",
      messageId: "<one@shop.example>",
      attempt: 1,
      connectionId: 1,
      reused: false,
    },
    {
      type: "delivered",
      messageId: "<one@shop.example>",
      attempt: 1,
      connectionId: 1,
      sizeBytes: server.record.taken[0]?.length,
      acceptedCount: 1,
      rejectedCount: 0,
      timingsMs: { mail: duration, rcpt: duration, data: duration, "final-dot": duration },
      totalMs: duration,
    },
    { type: "connection-closed", connectionId: 1, reason: "closed", messageCount: 1 },
  ]);
});

test("an onEvent that throws does not touch the delivery", async () => {
  const server = await openFaultServer();
  const warnings: Error[] = [];
  const listen = (warning: Error) => warnings.push(warning);
  process.on("warning", listen);
  const transport = openTransport({
    url: server.url,
    onEvent: () => {
      throw new Error("broken listener");
    },
  });
  await transport.deliver(makeMessage());
  process.off("warning", listen);
  expect(server.record.taken).toHaveLength(1);
  expect(warnings[0]?.message).toContain("broken listener");
});
