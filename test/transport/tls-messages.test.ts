import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { isDeliveryError } from "../../src/errors.ts";
import { makeCertificateThat } from "./authority.ts";
import { openFaultServer, openServer, openTransport, rejection } from "./cleanup.ts";
import { makeMessage } from "./messages.ts";
import { inVirtualTime } from "./virtual-time.ts";

type Pair = { readonly key: string; readonly cert: string };
const day = 86_400_000;
const certificates = {} as Record<
  "good" | "expired" | "early" | "other" | "authority" | "signed",
  Pair
>;

beforeAll(async () => {
  const now = Date.now();
  certificates.good = await makeCertificateThat({});
  certificates.other = await makeCertificateThat({ host: "mail.other.example" });
  certificates.expired = await makeCertificateThat({
    notBefore: new Date(now - 3 * day),
    notAfter: new Date(now - day),
  });
  certificates.early = await makeCertificateThat({
    notBefore: new Date(now + day),
    notAfter: new Date(now + 3 * day),
  });
  certificates.authority = await makeCertificateThat({ host: "Test Authority", isAuthority: true });
  certificates.signed = await makeCertificateThat({ ca: certificates.authority });
});

/** What the sender says of a server that offers STARTTLS in its way. */
async function complaintOf(server: { readonly port: number }, tls: object) {
  const url = `smtp://localhost:${server.port}`;
  const error = await rejection(openTransport({ url, tls, retries: 0 }).deliver(makeMessage()));
  if (!isDeliveryError(error)) throw error;
  expect(error).toMatchObject({ stage: "tls", outcome: "not-sent" });
  // One line, and nothing of how OpenSSL was built.
  expect(error.message).not.toMatch(/[\r\n]|\.c:|:error:|ssl\//);
  expect(String((error.cause as Error)?.stack)).not.toMatch(/\.c:|:error:/);
  return error;
}

describe("a certificate that is not to be trusted is told with what fixes it:", () => {
  test.each([
    ["expired", "expired", /has expired: renew it, or check this machine's clock/],
    ["early", "early", /is not valid yet: check this machine's clock/],
    ["other", "other", /it holds DNS:mail\.other\.example\): .* connect by a name that it holds/],
    ["good", undefined, /signed by itself: give its authority in 'tls.ca'/],
    ["signed", "other", /UNABLE_TO_(VERIFY|GET)_.*'tls.ca'/],
  ] as const)("%s, where %s is trusted", async (name, trusted, words) => {
    const server = await openServer(certificates[name]);
    const tls = trusted ? { ca: certificates[trusted].cert } : { required: true };
    const error = await complaintOf(server, tls);
    expect(error).toMatchObject({ kind: "tls", transient: false });
    expect(error.message).toMatch(words);
    expect(server.taken).toEqual([]);
  });

  test("one of an authority that is trusted is no trouble", async () => {
    const server = await openServer(certificates.signed);
    const tls = { ca: certificates.authority.cert };
    await openTransport({ url: `smtp://localhost:${server.port}`, tls }).deliver(makeMessage());
    expect(server.taken).toHaveLength(1);
  });
});

describe("a server that does TLS otherwise:", () => {
  test("one that speaks nothing newer than 1.1", async () => {
    const server = await openServer({
      ...{ ...certificates.good, minVersion: "TLSv1", maxVersion: "TLSv1.1" },
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    const error = await complaintOf(server, { ca: certificates.good.cert });
    expect(error.message).toContain("it speaks no TLS 1.2 or newer");
    expect(error).toMatchObject({ kind: "tls", transient: false });
  });

  test("one with no cipher in common", async () => {
    const server = await openServer({
      ...{ ...certificates.good, maxVersion: "TLSv1.2", ciphers: "PSK-AES128-GCM-SHA256" },
    });
    const error = await complaintOf(server, { ca: certificates.good.cert });
    expect(error.message).toContain("no cipher or key in common");
    expect(error).toMatchObject({ kind: "tls", transient: false });
  });

  test("one that goes on in clear", async () => {
    const server = await openFaultServer({
      tls: certificates.good,
      act: ({ moment }) =>
        moment === "handshake" ? { reply: "500 5.5.2 what is this?" } : undefined,
    });
    const error = await complaintOf(server, { ca: certificates.good.cert });
    expect(error.message).toContain("it answered with something that is no TLS");
  });

  test("one that wants TLS from the first byte is waited for, and told apart", async () => {
    const server = createTlsServer(certificates.good).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const { result } = await inVirtualTime(() =>
      rejection(openTransport({ url: `smtp://127.0.0.1:${port}` }).deliver(makeMessage())),
    );
    expect(result).toMatchObject({ kind: "timeout", stage: "greeting" });
    expect(String(result)).toMatch(/one for TLS from the first byte \(465\), or of a web server/);
  });
});

describe("a server of another kind:", () => {
  test.each([
    ["HTTP/1.1 400 Bad Request\r\n\r\n", "a web server listens there"],
    ["+OK Dovecot ready.\r\n", "a POP3 server listens there"],
    ["* OK [CAPABILITY IMAP4rev1] ready\r\n", "an IMAP server listens there"],
    ["SSH-2.0-OpenSSH_9.2\r\n", "an SSH server listens there"],
    ["hello\r\n", "check that host and port are those of a mail server"],
  ])("one that greets with %j", async (greeting, words) => {
    const server = createTcpServer((socket) => socket.on("error", () => undefined).end(greeting));
    server.listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const transport = openTransport({ url: `smtp://127.0.0.1:${port}`, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ kind: "protocol", stage: "greeting", outcome: "not-sent" });
    expect(String(error)).toContain(words);
  });

  test("a web server, which waits to be asked", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.closeAllConnections());
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const { result } = await inVirtualTime(() =>
      rejection(openTransport({ url: `smtp://127.0.0.1:${port}` }).deliver(makeMessage())),
    );
    expect(String(result)).toContain("or of a web server, is silent like this");
  });
});

describe("an address that a server repeats stays out of the message, and in the reply:", () => {
  test.each([
    ["550 5.1.1 <ada@example.com>: Recipient address rejected", "rcpt"],
    ["450 4.2.1 ada@example.com is over quota", "rcpt"],
    ['550 "ada l"@example.com unknown', "rcpt"],
    ["550 see https://help.example/?who=ada%40example.com", "rcpt"],
    ["550 no mailbox ädä@bücher.example", "rcpt"],
    ["553 5.7.1 <orders@shop.example>: not yours", "mail"],
    ["554 5.7.1 <ada@example.com> refused", "data"],
    ["554 mail for ada@[192.0.2.1] is spam", "dot"],
    ["421 4.7.0 ada@example.com: too many", "mail"],
    ["hello ada@example.com", "rcpt"],
  ] as const)("%s", async (reply, moment) => {
    const server = await openFaultServer({
      act: (now) => (now.moment === moment ? { reply } : undefined),
    });
    const transport = openTransport({ url: server.url, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage()));
    if (!isDeliveryError(error)) throw error;
    expect(error.message).not.toMatch(/ada|ädä|orders@|@/);
    expect(error.message).toContain(`${reply.slice(0, 3)}`);
    expect(error.response).toBe(reply);
  });

  test("where some are refused and the server hangs up", async () => {
    const reply = "550 5.1.1 <ada@example.com> unknown";
    const server = await openFaultServer({
      act: (now) => (now.recipient === "ada@example.com" ? { reply, next: "close" } : undefined),
    });
    const to = ["ada@example.com", "ben@example.com"].map((address) => ({ address }));
    const transport = openTransport({ url: server.url, retries: 0 });
    const error = await rejection(transport.deliver(makeMessage({ to })));
    expect(String(error)).not.toContain("@");
    expect(error).toMatchObject({ rejected: [{ address: "ada@example.com", response: reply }] });
  });
});
