import { beforeAll, describe, expect, test } from "vitest";
import { openFaultServer, openServer, openTransport, rejection } from "./cleanup.ts";
import { makeMessage } from "./messages.ts";
import { makeCertificate } from "./real-server.ts";
import { inVirtualTime } from "./virtual-time.ts";

const certificates: { local: { key: string; cert: string }; other: { key: string; cert: string } } =
  {
    local: { key: "", cert: "" },
    other: { key: "", cert: "" },
  };

beforeAll(async () => {
  certificates.local = await makeCertificate("localhost");
  certificates.other = await makeCertificate("other.example");
});

describe("to a loopback address", () => {
  test("STARTTLS is used when offered, its certificate unchecked", async () => {
    const server = await openServer(certificates.other);
    await openTransport({ url: server.url }).deliver(makeMessage());
    expect(server.taken).toMatchObject([{ isSecure: true }]);
  });

  test("mail goes in clear when STARTTLS is not offered", async () => {
    const server = await openServer();
    await openTransport({ url: server.url }).deliver(makeMessage());
    expect(server.taken).toMatchObject([{ isSecure: false }]);
  });

  test("nothing goes in clear when STARTTLS is offered and refused", async () => {
    const server = await openFaultServer({
      tls: certificates.local,
      act: ({ moment }) => (moment === "starttls" ? { reply: "454 4.7.0 not now" } : undefined),
    });
    const transport = openTransport({ url: `smtp://u:p@127.0.0.1:${server.port}`, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ kind: "tls", stage: "tls", transient: true, smtpCode: 454 });
    expect(server.record.commands).toEqual([expect.stringMatching(/^EHLO/), "STARTTLS"]);
  });
});

// `required` puts a loopback address under the rules of every other one.
describe("anywhere else", () => {
  const required = true;

  test("a certificate of a known authority, made out to the host, is taken", async () => {
    const server = await openServer(certificates.local);
    const url = `smtp://localhost:${server.port}`;
    await openTransport({ url, tls: { ca: certificates.local.cert } }).deliver(makeMessage());
    expect(server.taken).toMatchObject([{ isSecure: true }]);
  });

  test("a server without STARTTLS is refused before any credential is sent", async () => {
    const server = await openFaultServer();
    const options = { serverToken: "token-1", host: "127.0.0.1", port: server.port };
    const error = await rejection(openTransport({ ...options, tls: { required } }).verify());
    expect(error).toMatchObject({ kind: "tls", stage: "tls", transient: false });
    expect(String(error)).toContain("does not offer STARTTLS");
    expect(server.record.commands.join()).not.toContain("AUTH");
    expect(server.record.connections).toBe(1);
  });

  test("a certificate of an unknown authority is refused", async () => {
    const server = await openServer(certificates.local);
    const transport = openTransport({ url: server.url, tls: { required } });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({
      kind: "tls",
      stage: "tls",
      transient: false,
      outcome: "not-sent",
    });
    expect(String(error)).toContain("give its authority in 'tls.ca'");
    expect(server.taken).toEqual([]);
  });

  test("a certificate made out to another host is refused", async () => {
    const server = await openServer(certificates.other);
    const tls = { ca: [certificates.other.cert] };
    const transport = openTransport({ url: `smtp://localhost:${server.port}`, tls });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ kind: "tls", transient: false });
    expect(String(error)).toContain("ERR_TLS_CERT_ALTNAME_INVALID");
  });

  test("TLS older than 1.2 is refused", async () => {
    const server = await openServer({
      ...certificates.local,
      minVersion: "TLSv1",
      maxVersion: "TLSv1.1",
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    const transport = openTransport({ url: server.url, tls: { required }, retries: 0 });
    expect(await rejection(transport.verify())).toMatchObject({ kind: "tls", stage: "tls" });
  });
});

describe("TLS that breaks", () => {
  test.each([
    ["is ended by the server", "close"],
    ["is reset by the server", "reset"],
    ["is answered in clear", { reply: "no TLS here" }],
  ] as const)("because the handshake %s: a passing fault of TLS", async (_, act) => {
    const server = await openFaultServer({
      tls: certificates.local,
      act: ({ moment }) => (moment === "handshake" ? act : undefined),
    });
    const error = await rejection(openTransport({ url: server.url, retries: 0 }).verify());
    expect(error).toMatchObject({
      kind: "tls",
      stage: "tls",
      transient: true,
      outcome: "not-sent",
    });
  });

  test("because the handshake never ends: a time-out", async () => {
    const server = await openFaultServer({
      tls: certificates.local,
      act: ({ moment }) => (moment === "handshake" ? "silence" : undefined),
    });
    const { result, elapsedMs } = await inVirtualTime(() =>
      rejection(openTransport({ url: server.url, timeoutMs: 6_000 }).verify()),
    );
    expect(elapsedMs).toBe(6_000);
    expect(result).toMatchObject({ kind: "timeout", stage: "tls" });
  });

  test("once is tried again", async () => {
    const server = await openFaultServer({
      tls: certificates.local,
      act: ({ moment, connection }) =>
        moment === "handshake" && connection === 1 ? "reset" : undefined,
    });
    const transport = openTransport({ url: server.url, random: () => 0 });
    await transport.deliver(makeMessage());
    expect(server.record.taken).toHaveLength(1);
  });
});
