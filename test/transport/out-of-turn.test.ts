import { describe, expect, test } from "vitest";
import { createCertificate } from "../../src/inbox/smtp/certificate.ts";
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

const flood = "250 2.0.0 ok\r\n".repeat(200).trimEnd();

describe.each([
  ["pipelined", ["PIPELINING"]],
  ["one by one", []],
] as const)("commands %s: a reply before its time is a protocol fault, never sent", (_, offers) => {
  test.each([
    ["250 to DATA", "data", "250 2.0.0 ok", "data"],
    ["220 to DATA", "data", "220 ready", "data"],
    ["a flood in place of the answer to DATA", "data", flood, "data"],
    ["354 and at once a 250", "data", "354 go ahead\r\n250 2.0.0 queued", "data"],
    ["354 and at once a flood", "data", `354 go ahead\r\n${flood}`, "data"],
    ["354 to a recipient", "rcpt", "354 go ahead", "rcpt"],
    ["words to a recipient", "rcpt", "hello", "rcpt"],
    ["354 to MAIL", "mail", "354 go ahead", "mail"],
  ] as const)("%s", async (_name, moment, reply, stage) => {
    const server = await openFaultServer({
      act: (now) => (now.moment === moment ? { reply } : undefined),
      extensions: [...offers],
    });
    const transport = openTransport({ url: server.url, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ kind: "protocol", stage, outcome: "not-sent", transient: false });
    expect(server.record.bodies).toEqual([]);
  });

  test.each([
    ["all the answers at the first command", "mail", `250 ok\r\n250 ok\r\n354 go\r\n250 queued`],
    ["a flood at the first command", "mail", flood],
    ["a flood at a recipient", "rcpt", flood],
  ] as const)("%s", async (_name, moment, reply) => {
    const server = await openFaultServer({
      act: (now) => (now.moment === moment ? { reply } : undefined),
      extensions: [...offers],
    });
    const transport = openTransport({ url: server.url, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ kind: "protocol", outcome: "not-sent", transient: false });
    expect(server.record.bodies).toEqual([]);
  });
});

test("the same under TLS, where the answers come in records of their own", async () => {
  const server = await openFaultServer({
    tls: await createCertificate(),
    act: ({ moment }) =>
      moment === "data" ? { reply: "354 go ahead\r\n250 2.0.0 queued" } : undefined,
  });
  const transport = openTransport({ url: server.url, retries: 0 });
  const error = await rejection(transport.deliver(makeMessage()));
  expect(error).toMatchObject({ kind: "protocol", stage: "data", outcome: "not-sent" });
  expect(server.record.bodies).toEqual([]);
});

describe("words before they are asked for, while hands are shaken", () => {
  const withLogin = (port: number) => `smtp://user:password@127.0.0.1:${port}`;

  test.each([
    ["with the greeting", "connect", "220 hello\r\n250 ok", "greeting"],
    ["half a line with the greeting", "connect", "220 hello\r\n250 o", "greeting"],
    ["a flood with the greeting", "connect", `220 hello\r\n${flood}`, "greeting"],
    ["with the answer to EHLO", "ehlo", "250 AUTH PLAIN\r\n235 welcome", "greeting"],
    ["with the answer to the login", "auth", "235 welcome\r\n250 ok", "auth"],
  ] as const)(
    "%s: a protocol fault, and no login is sent after it",
    async (_, moment, reply, stage) => {
      const server = await openFaultServer({
        act: (now) => (now.moment === moment ? { reply } : undefined),
      });
      const transport = openTransport({ url: withLogin(server.port), retries: 0 });
      const error = await rejection(transport.deliver(makeMessage()));
      expect(error).toMatchObject({
        kind: "protocol",
        stage,
        outcome: "not-sent",
        transient: false,
      });
      expect(server.record.commands.join()).not.toContain("MAIL");
      if (stage === "greeting") expect(server.record.commands.join()).not.toContain("AUTH");
    },
  );

  test.each(["250-AUTH PLAIN\r\n250 ok", "250 AUTH PL", "\x16\x03\x01"])(
    "%j in clear after the answer to STARTTLS is refused, not kept for later",
    async (more) => {
      const server = await openFaultServer({
        tls: await createCertificate(),
        act: ({ moment }) =>
          moment === "starttls" ? { reply: `220 go ahead\r\n${more}` } : undefined,
      });
      const transport = openTransport({ url: withLogin(server.port), retries: 0 });
      const error = await rejection(transport.deliver(makeMessage()));
      expect(error).toMatchObject({ kind: "protocol", stage: "tls", outcome: "not-sent" });
      expect(String(error)).toContain("in clear");
      expect(server.record.commands.join()).not.toContain("AUTH");
    },
  );
});

test("words between two messages cost the connection, and no message", async () => {
  const server = await openFaultServer();
  const transport = openTransport({ url: server.url, retries: 0 });
  await transport.deliver(makeMessage());
  for (const socket of server.sockets) socket.write("250 2.0.0 by the way\r\n");
  await transport.deliver(makeMessage());
  expect(server.record.taken).toHaveLength(2);
});

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
