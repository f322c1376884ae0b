import { expect, test } from "vitest";
import { compose } from "../../src/transport/compose.ts";
import { resolveServer } from "../../src/transport/resolve-server.ts";
import { SmtpSession } from "../../src/transport/smtp-session.ts";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import { makeMessage } from "./messages.ts";

const large = {
  filename: "a.bin",
  content: Buffer.alloc(6_000_000, "x"),
  contentType: "application/octet-stream",
};

test.each([
  ["552 5.3.4 too big", { kind: "rejected", smtpCode: 552 }],
  ["250 2.0.0 queued", { kind: "protocol", smtpCode: 250 }],
])(
  "%s in the midst of a message: not sent, and the connection is given up",
  async (reply, facts) => {
    let struck = 0;
    const server = await openFaultServer({
      act: ({ moment, total }) => {
        if (moment !== "body" || total > 1) return undefined;
        struck += 1;
        return struck === 1 ? { reply } : undefined;
      },
    });
    const transport = openTransport({ url: server.url, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage({ attachments: [large] })));
    expect(error).toMatchObject({ ...facts, outcome: "not-sent", stage: "data" });
    await transport.deliver(makeMessage());
    expect(server.record.connections).toBe(2);
    expect(server.record.taken).toHaveLength(1);
  },
);

test("a second answer to a message costs the connection, and no message", async () => {
  const server = await openFaultServer({
    act: ({ moment, total }) =>
      moment === "dot" && total === 1
        ? { reply: "250 2.0.0 queued\r\n250 2.0.0 again" }
        : undefined,
  });
  const transport = openTransport({ url: server.url, retries: 0, maxConnections: 1 });
  await transport.deliver(makeMessage());
  await transport.deliver(makeMessage());
  expect(server.record.connections).toBe(2);
});

test("a server that grants DATA when nobody was accepted gets no message", async () => {
  const server = await openFaultServer({
    act: ({ moment, total }) => {
      if (total > 1) return undefined;
      if (moment === "rcpt") return { reply: "550 5.1.1 no\r\n354 go ahead\r\n250 2.0.0 nothing" };
      return undefined;
    },
  });
  const transport = openTransport({ url: server.url, retries: 0, maxConnections: 1 });
  const error = await rejection(transport.deliver(makeMessage()));
  expect(error).toMatchObject({ kind: "recipients", smtpCode: 550, outcome: "not-sent" });
});

test.each(["a@b.example>\r\nRCPT TO:<evil@example.com", "ü@example.com", "a<b@example.com"])(
  "an envelope with %j is never written, checked or not",
  async (address) => {
    const server = await openFaultServer();
    const transport = openTransport({ url: server.url, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage({ to: [{ address }] })));
    expect(error).toMatchObject({ kind: "rejected", outcome: "not-sent", transient: false });
    expect(server.record.commands.join("\n")).not.toContain("RCPT");
  },
);

test("a connection that has ended since it was lent fails at once, with nothing sent", async () => {
  const server = await openFaultServer();
  const { signal } = new AbortController();
  const session = await SmtpSession.open(
    {
      ...{
        server: resolveServer({ url: server.url }),
        timeoutMs: 60_000,
        finalDotTimeoutMs: 60_000,
      },
      ...{ now: () => Date.now(), openRecord: undefined },
    },
    signal,
  );
  const lost = new Promise<void>((resolve) => session.rest(resolve));
  for (const socket of server.sockets) socket.destroy();
  await lost;
  const error = await rejection(session.send(compose(makeMessage()), signal));
  expect(error).toMatchObject({
    details: { kind: "connection", stage: "mail", outcome: "not-sent", connectionLost: true },
  });
});
