import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { isDeliveryError } from "../../src/errors.ts";
import { openFaultServer, openServer, openTransport, rejection } from "./cleanup.ts";
import type { Act, Moment } from "./fault-server.ts";
import { makeMessage } from "./messages.ts";
import { inVirtualTime } from "./virtual-time.ts";

const login = (port: number) => `smtp://user:pass-word@127.0.0.1:${port}`;

/** What a delivery fails with when the server does `act` at `moment`, with no retries. */
async function failWith(moment: Moment, act: Act, options: object = {}) {
  const server = await openFaultServer({ act: (now) => (now.moment === moment ? act : undefined) });
  const transport = openTransport({ url: login(server.port), retries: 0, ...options });
  const error = await rejection(transport.deliver(makeMessage()));
  if (!isDeliveryError(error)) throw error;
  expect(error.message).toMatch(/^Cannot deliver: /);
  expect(error.messageId).toBe("<one@shop.example>");
  return { error, server };
}

describe("a server that ends the connection", () => {
  test.each([
    ["connect", "greeting"],
    ["ehlo", "greeting"],
    ["auth", "auth"],
    ["mail", "mail"],
    ["rcpt", "rcpt"],
    ["data", "data"],
  ] as const)("at %s: certainly not sent", async (moment, stage) => {
    const facts = { kind: "connection", transient: true, outcome: "not-sent" };
    const closed = await failWith(moment, "close");
    expect(closed.error).toMatchObject({ ...facts, stage });
    // A reset can overtake replies that were read but not acted on yet.
    const reset = await failWith(moment, "reset");
    expect(reset.error).toMatchObject(facts);
    expect([...closed.server.record.taken, ...reset.server.record.taken]).toEqual([]);
  });

  test("after the final dot, with the message kept: unknown", async () => {
    for (const act of ["close", "reset"] as const) {
      const { error, server } = await failWith("dot", { keepAnd: act }, { retries: 3 });
      expect(error).toMatchObject({
        kind: "connection",
        stage: "final-dot",
        transient: true,
        outcome: "unknown",
      });
      expect(error.message).toContain("look it up by its Message-ID");
      expect(server.record.taken).toHaveLength(1);
    }
  });

  test("in the midst of a large message: certainly not sent", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "body" ? "reset" : undefined),
    });
    const transport = openTransport({ url: server.url, retries: 0 });
    const content = Buffer.alloc(6_000_000, "x");
    const attachments = [{ filename: "a.bin", content, contentType: "application/octet-stream" }];
    const error = await rejection(transport.deliver(makeMessage({ attachments })));
    expect(error).toMatchObject({ kind: "connection", outcome: "not-sent" });
  });
});

describe("a server that falls silent", () => {
  test.each([
    ["connect", "greeting", "not-sent"],
    ["ehlo", "greeting", "not-sent"],
    ["auth", "auth", "not-sent"],
    ["mail", "mail", "not-sent"],
    ["rcpt", "rcpt", "not-sent"],
    ["data", "data", "not-sent"],
  ] as const)("at %s fails after timeoutMs", async (moment, stage, outcome) => {
    const { result, elapsedMs } = await inVirtualTime(() =>
      failWith(moment, "silence", { timeoutMs: 6_000, retries: 3 }),
    );
    expect(elapsedMs).toBe(6_000);
    expect(result.error).toMatchObject({ kind: "timeout", stage, outcome, transient: true });
    expect(result.error.message).toMatch(/127\.0\.0\.1:\d+ did not answer .* within 6000 ms/);
  });

  test("after the final dot is waited for much longer, and then unknown", async () => {
    const options = { timeoutMs: 6_000, finalDotTimeoutMs: 20_000 };
    const { result, elapsedMs } = await inVirtualTime(() =>
      failWith("dot", { keepAnd: "silence" }, options),
    );
    expect(elapsedMs).toBe(20_000);
    const { error, server } = result;
    expect(error).toMatchObject({ kind: "timeout", stage: "final-dot", outcome: "unknown" });
    expect(error.message).toContain("within 20000 ms");
    expect(server.record.taken).toHaveLength(1);
  });

  test("and takes no more of a large message fails within timeoutMs", async () => {
    const sockets: { pause(): unknown }[] = [];
    const server = await openFaultServer({
      act: ({ moment }) => {
        if (moment === "body") for (const socket of sockets.splice(0)) socket.pause();
        return undefined;
      },
    });
    const content = Buffer.alloc(7_000_000, "x");
    const attachments = [{ filename: "a.bin", content, contentType: "application/octet-stream" }];
    const { result, elapsedMs } = await inVirtualTime(async () => {
      const transport = openTransport({ url: server.url, timeoutMs: 6_000, retries: 0 });
      await transport.verify();
      sockets.push(...server.sockets);
      return rejection(transport.deliver(makeMessage({ attachments })));
    });
    expect(elapsedMs).toBe(6_000);
    expect(result).toMatchObject({ kind: "timeout", stage: "data", outcome: "not-sent" });
  });

  test("but answers slowly, within timeoutMs each time, is waited for", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "quit" ? undefined : { delayMs: 5_000 }),
      extensions: [],
    });
    const { elapsedMs } = await inVirtualTime(() =>
      openTransport({ url: server.url, timeoutMs: 6_000 }).deliver(makeMessage()),
    );
    // Greeting, EHLO, MAIL, RCPT, DATA and the dot.
    expect(elapsedMs).toBe(30_000);
    expect(server.record.taken).toHaveLength(1);
  });
});

describe("a reply", () => {
  test.each([
    ["connect", "421 4.3.2 too busy", "connection", "greeting", true],
    ["connect", "554 5.3.2 no service", "connection", "greeting", false],
    ["ehlo", "421 4.3.2 too busy", "connection", "greeting", true],
    ["auth", "421 4.3.2 too busy", "connection", "auth", true],
    ["auth", "454 4.7.0 try later", "credentials", "auth", true],
    ["auth", "535 5.7.8 authentication failed", "credentials", "auth", false],
    ["mail", "421 4.3.2 too busy", "connection", "mail", true],
    ["mail", "450 4.7.1 slow down", "rejected", "mail", true],
    ["mail", "530 5.7.0 log in", "credentials", "mail", false],
    ["mail", "550 5.7.1 not this sender", "rejected", "mail", false],
    ["rcpt", "421 4.3.2 too busy", "connection", "rcpt", true],
    ["rcpt", "450 4.2.1 try later", "recipients", "rcpt", true],
    ["rcpt", "550 5.1.1 no such user", "recipients", "rcpt", false],
    ["data", "421 4.3.2 too busy", "connection", "data", true],
    ["data", "451 4.3.0 try later", "rejected", "data", true],
    ["data", "554 5.5.1 no", "rejected", "data", false],
    ["dot", "421 4.3.2 too busy", "connection", "final-dot", true],
    ["dot", "451 4.3.0 try later", "rejected", "final-dot", true],
    ["dot", "552 5.3.4 too big", "rejected", "final-dot", false],
    ["dot", "554 5.7.1 spam", "rejected", "final-dot", false],
  ] as const)(
    "at %s of %s is a fault of kind %s at %s",
    async (moment, reply, kind, stage, transient) => {
      const { error } = await failWith(moment, { reply });
      expect(error).toMatchObject({ kind, stage, transient, outcome: "not-sent" });
      expect(error.response).toBe(reply);
      expect(error.smtpCode).toBe(Number(reply.slice(0, 3)));
      expect(error.enhancedCode).toBe(reply.split(" ")[1]);
    },
  );

  test("of many lines is told as one", async () => {
    const { error } = await failWith("mail", { reply: "550-5.7.1 no\r\n550 5.7.1 really" });
    expect(error.response).toBe("550-5.7.1 no 5.7.1 really");
  });

  test("that is none of SMTP's after the final dot leaves it unknown", async () => {
    for (const reply of ["hello", "354 again"]) {
      const { error } = await failWith("dot", { reply });
      expect(error).toMatchObject({ kind: "protocol", stage: "final-dot", outcome: "unknown" });
    }
  });

  test("that is none of SMTP's before is a protocol fault", async () => {
    const { error } = await failWith("connect", { reply: "HTTP/1.1 400 Bad Request" });
    expect(error).toMatchObject({ kind: "protocol", stage: "greeting", outcome: "not-sent" });
  });

  test("to every recipient, all refusals: each is told", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "rcpt" ? { reply: "550 5.1.1 no such user" } : undefined),
    });
    const to = ["a@example.com", "b@example.com"].map((address) => ({ address }));
    const transport = openTransport({ url: server.url });
    const error = await rejection(transport.deliver(makeMessage({ to })));
    if (!isDeliveryError(error)) throw error;
    expect(error.kind).toBe("recipients");
    expect(error.rejected.map(({ address }) => address)).toEqual([
      "a@example.com",
      "b@example.com",
    ]);
    expect(error.message).toContain("refused all 2 recipients");
    expect(error.message).not.toContain("a@example.com");
  });
});

describe("a login that is refused", () => {
  test.each([
    [{ serverToken: "token-1" }, "not the account's token"],
    [{ serverToken: "token-1", password: "x" as const }, "leave out 'password'"],
    [{ accessKey: "access-1", secretKey: "secret-1" }, "access key first"],
  ])("with %j says what to fix", async (credentials, advice) => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "auth" ? { reply: "535 5.7.8 failed" } : undefined),
    });
    const options = { ...credentials, host: "127.0.0.1", port: server.port };
    const error = await rejection(openTransport(options).deliver(makeMessage()));
    expect(String(error)).toContain(advice);
    expect(String(error)).not.toMatch(/token-1|access-1|secret-1/);
    expect(server.record.connections).toBe(1);
  });

  test("by a server that offers none is never tried", async () => {
    const server = await openFaultServer({ extensions: ["PIPELINING"] });
    const error = await rejection(openTransport({ url: login(server.port) }).verify());
    expect(error).toMatchObject({ kind: "credentials", stage: "auth", transient: false });
    expect(String(error)).toContain("offers no login (AUTH)");
    expect(server.record.commands.join()).not.toContain("AUTH");
  });
});

describe("a server that is not there", () => {
  test("refuses the connection: tells host and port", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    server.close();
    const transport = openTransport({ url: `smtp://127.0.0.1:${port}`, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ kind: "connection", stage: "connect", transient: true });
    expect(String(error)).toContain(`127.0.0.1:${port} cannot be reached (connect ECONNREFUSED`);
  });

  test("at any address of its name: tells the name", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    server.close();
    const transport = openTransport({ url: `smtp://localhost:${port}`, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(String(error)).toMatch(/localhost:\d+ cannot be reached \(.*ECONNREFUSED/);
  });

  test("has no address", async () => {
    const transport = openTransport({ url: "smtp://no-such-host.invalid", retries: 0 });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ kind: "dns", stage: "connect", outcome: "not-sent" });
    expect(String(error)).toContain("the host no-such-host.invalid has no address");
  });

  test("does not answer: fails after timeoutMs, though there are retries", async () => {
    const server = createServer(() => undefined).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const { result, elapsedMs } = await inVirtualTime(() =>
      rejection(
        openTransport({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 6_000 }).deliver(makeMessage()),
      ),
    );
    expect(elapsedMs).toBe(6_000);
    expect(result).toMatchObject({ kind: "timeout", stage: "greeting", transient: true });
  });
});

test("a message larger than the server takes is refused before it is written", async () => {
  const server = await openFaultServer({ extensions: ["PIPELINING", "SIZE 2000"] });
  const transport = openTransport({ url: server.url });
  const error = await rejection(transport.deliver(makeMessage({ text: "x".repeat(3_000) })));
  expect(error).toMatchObject({ kind: "rejected", stage: "mail", transient: false });
  expect(String(error)).toMatch(/the message of \d+ octets is larger than/);
  await transport.deliver(makeMessage());
  expect(server.record.taken).toHaveLength(1);
});

test("a message that composes to more than Postmark takes never meets the network", async () => {
  const server = await openServer();
  const content = Buffer.alloc(8_000_000);
  const attachments = [{ filename: "a.bin", content, contentType: "application/octet-stream" }];
  const transport = openTransport({ url: server.url });
  const error = await rejection(transport.deliver(makeMessage({ attachments })));
  expect(error).toMatchObject({ code: "ERR_INVALID_MESSAGE", field: "attachments" });
});
