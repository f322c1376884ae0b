import { subscribe, unsubscribe } from "node:diagnostics_channel";
import dns from "node:dns";
import { isIP } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import { openDeafServer } from "./deaf-server.ts";
import { makeMessage } from "./messages.ts";
import { inVirtualTime } from "./virtual-time.ts";

const host = "mail.localhost";

/** Gives the host several addresses, as a program that brings its own resolver does. */
function resolveTo(addresses: readonly string[]): void {
  const { lookup } = dns;
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  dns.lookup = ((name: string, options: object, done: (...found: unknown[]) => void) => {
    if (name === host) process.nextTick(done, null, found);
    else lookup(name, options, done as never);
  }) as typeof lookup;
  onTestFinished(() => {
    dns.lookup = lookup;
  });
}

test("an address that is slow to answer is waited for though another refuses at once", async () => {
  const server = await openFaultServer();
  const slow = await openDeafServer("127.0.0.2", server.port, server.port);
  resolveTo(["127.0.0.2", "127.0.0.3"]);
  const transport = openTransport({ url: `smtp://${host}:${server.port}`, retries: 0 });
  const sending = transport.deliver(makeMessage());
  setTimeout(slow.hear, 400);
  expect(await sending).toMatchObject({ attempts: 1, accepted: ["ada@example.com"] });
  expect(server.record.taken).toHaveLength(1);
});

test("an address that leads nowhere holds up the next one for a moment only", async () => {
  const server = await openFaultServer();
  await openDeafServer("127.0.0.2", server.port);
  resolveTo(["127.0.0.2", "127.0.0.1"]);
  const { elapsedMs } = await inVirtualTime(async () => {
    const transport = openTransport({ url: `smtp://${host}:${server.port}`, retries: 0 });
    await transport.deliver(makeMessage());
    await transport.close();
  });
  expect(elapsedMs).toBe(250);
});

test("an address that refuses holds up the next one not at all", async () => {
  const server = await openFaultServer();
  resolveTo(["127.0.0.2", "127.0.0.3", "127.0.0.1"]);
  const { elapsedMs } = await inVirtualTime(async () => {
    const transport = openTransport({ url: `smtp://${host}:${server.port}`, retries: 0 });
    await transport.deliver(makeMessage());
    await transport.close();
  });
  expect(elapsedMs).toBe(0);
});

test("each address has timeoutMs, and the error names them all", async () => {
  const { port } = await openDeafServer("127.0.0.2");
  await openDeafServer("127.0.0.3", port);
  resolveTo(["127.0.0.2", "127.0.0.3", "127.0.0.4"]);
  const { result, elapsedMs } = await inVirtualTime(() =>
    rejection(
      openTransport({ url: `smtp://${host}:${port}`, timeoutMs: 6_000 }).deliver(makeMessage()),
    ),
  );
  expect(elapsedMs).toBe(6_500);
  expect(result).toMatchObject({ kind: "timeout", stage: "connect", outcome: "not-sent" });
  expect(String(result)).toContain(
    "within 6500 ms (127.0.0.2 no answer, 127.0.0.3 no answer, 127.0.0.4 ECONNREFUSED)",
  );
});

test("where all refuse, the error names each", async () => {
  const server = await openFaultServer();
  resolveTo(["127.0.0.2", "127.0.0.3"]);
  const { port } = server;
  const transport = openTransport({ url: `smtp://${host}:${port}`, retries: 0 });
  const error = await rejection(transport.deliver(makeMessage()));
  expect(error).toMatchObject({ kind: "connection", stage: "connect" });
  expect(String(error)).toContain(
    "(127.0.0.2 ECONNREFUSED, 127.0.0.3 ECONNREFUSED); nothing listens",
  );
});

test("families take turns, and an address that is told twice is tried once", async () => {
  const server = await openFaultServer();
  resolveTo(["127.0.0.2", "127.0.0.2", "127.0.0.3", "::1"]);
  const transport = openTransport({ url: `smtp://${host}:${server.port}`, retries: 0 });
  const error = await rejection(transport.deliver(makeMessage()));
  expect(String(error)).toMatch(/\(127\.0\.0\.2 \w+, ::1 \w+, 127\.0\.0\.3 \w+\)/);
});

test("a resolver that knows one address only is understood", async () => {
  const server = await openFaultServer();
  const { lookup } = dns;
  dns.lookup = ((_name: string, _options: object, done: (...found: unknown[]) => void) =>
    process.nextTick(done, null, "127.0.0.1", 4)) as typeof lookup;
  onTestFinished(() => {
    dns.lookup = lookup;
  });
  const transport = openTransport({ url: `smtp://${host}:${server.port}`, retries: 0 });
  await transport.deliver(makeMessage());
  expect(server.record.taken).toHaveLength(1);
});

test("an address that is silent is called again, and the error names it once", async () => {
  const { port } = await openDeafServer("127.0.0.2");
  let callCount = 0;
  const onConnect = () => {
    callCount += 1;
  };
  subscribe("net.client.socket", onConnect);
  onTestFinished(() => void unsubscribe("net.client.socket", onConnect));
  resolveTo(["127.0.0.2", "127.0.0.4"]);
  const { result } = await inVirtualTime(() =>
    rejection(openTransport({ url: `smtp://${host}:${port}` }).deliver(makeMessage())),
  );
  // At once both; after 3, 6 and, were there time, 12 seconds the silent one.
  expect(callCount).toBe(4);
  expect(String(result)).toContain("(127.0.0.2 no answer, 127.0.0.4 ECONNREFUSED)");
});

test("an abort while addresses are tried leaves no connection behind", async () => {
  const { port } = await openDeafServer("127.0.0.2");
  resolveTo(["127.0.0.2", "127.0.0.3"]);
  const abort = new AbortController();
  const transport = openTransport({ url: `smtp://${host}:${port}` });
  const failing = rejection(transport.deliver(makeMessage(), { signal: abort.signal }));
  setTimeout(() => abort.abort(), 20);
  expect(await failing).toMatchObject({ kind: "aborted", stage: "connect", outcome: "not-sent" });
  expect(process.getActiveResourcesInfo()).not.toContain("TCPConnectWrap");
});
