import { once } from "node:events";
import { describe, expect, test } from "vitest";
import type { PostmarkTransportOptions } from "../../src/transport/postmark-options.ts";
import { createPostmarkTransport } from "../../src/transport/postmark-transport.ts";
import { openServer, openTransport } from "./cleanup.ts";
import { makeMessage } from "./messages.ts";

const create = (options: object) => createPostmarkTransport(options as PostmarkTransportOptions);

describe("createPostmarkTransport() connects to", () => {
  test.each([
    [{ serverToken: "t" }, "smtp.postmarkapp.com:587"],
    [{ serverToken: "t", port: 2525 }, "smtp.postmarkapp.com:2525"],
    [{ serverToken: "t", port: 25 }, "smtp.postmarkapp.com:25"],
    [{ serverToken: "t", streamType: "broadcast" }, "smtp-broadcasts.postmarkapp.com:587"],
    [
      { serverToken: "t", host: "smtp-broadcasts.postmarkapp.com" },
      "smtp-broadcasts.postmarkapp.com:587",
    ],
    [{ accessKey: "PM-B-news-1", secretKey: "s" }, "smtp-broadcasts.postmarkapp.com:587"],
    [{ accessKey: "PM-T-outbound-1", secretKey: "s" }, "smtp.postmarkapp.com:587"],
    [
      { accessKey: "PM-B-news-1", secretKey: "s", streamType: "transactional" },
      "smtp.postmarkapp.com:587",
    ],
    [{ url: "smtp://127.0.0.1:2525" }, "127.0.0.1:2525"],
    [{ url: "smtp://user:pa%20ss@mail.example:26" }, "mail.example:26"],
    [{ url: " smtp://[::1]:2525/ " }, "[::1]:2525"],
    [{ url: "smtp://mail.example" }, "mail.example:587"],
    [{ serverToken: "t", host: "127.0.0.1", port: 1 }, "127.0.0.1:1"],
  ])("%j as %s", (options, name) => {
    expect(create(options).name).toBe(name);
  });
});

describe("createPostmarkTransport() refuses", () => {
  test.each([
    [{}, "Option 'serverToken' must be a string, a Postmark server's API token; it is undefined"],
    [{ serverToken: undefined }, "Option 'serverToken' must be a string"],
    [{ serverToken: "  " }, "Option 'serverToken' is empty"],
    [{ serverToken: "a b" }, "Option 'serverToken' holds white space inside"],
    [{ serverToken: "a\r\nb" }, "Option 'serverToken' holds white space inside"],
    [{ accessKey: "", secretKey: "s" }, "Option 'accessKey' is empty"],
    [
      { accessKey: "a" },
      "Option 'secretKey' must be a string, the Secret Key of an SMTP token; it is undefined",
    ],
    [{ secretKey: "s" }, "Option 'accessKey' must be a string"],
    [{ serverToken: "t", accessKey: "a", secretKey: "s" }, "give one form of credentials"],
    [{ serverToken: "t", url: "smtp://h:1" }, "give one form of credentials"],
    [{ url: "smtp://h:1", host: "other" }, "Option 'host'"],
    [{ url: "smtp://h:1", tokenHeader: true }, "Option 'tokenHeader'"],
    [{ accessKey: "a", secretKey: "s", password: "x" }, "Option 'password'"],
    [{ serverToken: "t", password: "y" }, "Option 'password' can only be \"x\""],
    [{ url: "" }, "Option 'url' must be a URL"],
    [{ url: 7 }, "Option 'url' must be a URL"],
    [{ url: "127.0.0.1:2525" }, "Option 'url' must"],
    [{ url: "http://127.0.0.1:2525" }, "must look like smtp://host:port"],
    [{ url: "smtps://mail.example" }, "use smtp:// and STARTTLS"],
    [{ url: "smtp://user@mail.example" }, "both user name and password"],
    [{ url: "smtp://h:25/inbox" }, "must end after the port"],
    [{ url: "smtp://h:25?pool=true" }, "must end after the port"],
    [{ url: "smtp://u%:p@h:25" }, "not percent-encoded"],
    [{ url: "smtp://u:p#ss@mail.example:25" }, "holds #, which ends it there; percent-encode it"],
    [{ url: "smtp://u:12#34@mail.example" }, "write # as %23"],
    [{ url: "smtp://u:a/b@mail.example:25/" }, "write / as %2F"],
    [{ url: "smtp://u:a?b@[::1]:25" }, "write ? as %3F"],
    [{ url: "smtp://u:/a?b#c@bücher.example:25" }, "write # as %23, / as %2F, ? as %3F"],
    [{ url: "smtp://u@x.example:p@ss/@mail.example:25" }, "write / as %2F"],
    [{ url: '"smtp://127.0.0.1:2525"' }, "stands in quotes; take them off"],
    [{ url: "smtp://127.0.0.1:99999" }, "must name a port from 1 to 65535"],
    [{ url: "smtp://h:25/?contact=a@b/c" }, "must end after the port"],
    [{ serverToken: "'t'" }, "'serverToken' stands in quotes; take them off"],
    [{ serverToken: "t\u200b1" }, "perhaps an invisible one"],
    [
      { serverToken: "t", host: "smtp.postmarkapp.com", streamType: "broadcast" },
      "which takes transactional mail",
    ],
    [{ serverToken: "t", streamType: "news" }, "Option 'streamType'"],
    [{ serverToken: "t", tls: { required: false } }, "Option 'tls.required'"],
    [{ serverToken: "t", secure: true }, "Option 'secure'"],
  ])("%j with a TypeError", (options, message) => {
    expect(() => create(options)).toThrow(TypeError);
    expect(() => create(options)).toThrow(message);
  });

  test.each([
    [{ serverToken: "t", port: 465 }, "port 465, TLS from the first byte"],
    [{ url: "smtp://mail.example:465" }, "port 465, TLS from the first byte"],
    [{ serverToken: "t", port: 26 }, "Postmark listens on 587, 2525, 25"],
    [{ url: "smtp://mail.example:0" }, "a port from 1 to 65535"],
    [{ serverToken: "t", host: "h", port: 1.5 }, "a port from 1 to 65535"],
    [
      { serverToken: "t", maxConnections: 0 },
      "Option 'maxConnections' must be a whole number from 1 to 100; it is 0",
    ],
    [{ serverToken: "t", maxConnections: 101 }, "Option 'maxConnections'"],
    [{ serverToken: "t", maxConnections: "5" }, "Option 'maxConnections'"],
    [{ serverToken: "t", timeoutMs: 0 }, "Option 'timeoutMs'"],
    [{ serverToken: "t", timeoutMs: Number.NaN }, "Option 'timeoutMs'"],
    [{ serverToken: "t", finalDotTimeoutMs: -1 }, "Option 'finalDotTimeoutMs'"],
    [{ serverToken: "t", retries: 21 }, "Option 'retries'"],
    [{ serverToken: "t", retries: 0.5 }, "Option 'retries'"],
    [
      { serverToken: "t", maxMessagesPerSecond: 0 },
      "Option 'maxMessagesPerSecond' must be a number",
    ],
    [{ serverToken: "t", maxMessagesPerConnection: 0 }, "Option 'maxMessagesPerConnection'"],
    [{ serverToken: "t", closeGraceMs: Number.POSITIVE_INFINITY }, "Option 'closeGraceMs'"],
  ])("%j with a RangeError", (options, message) => {
    expect(() => create(options)).toThrow(RangeError);
    expect(() => create(options)).toThrow(message);
  });

  test("a URL without showing the password in it", () => {
    for (const url of [
      "smtp://user:hunter22@h:99999",
      "smtps://user:hunter22@h",
      "smtp://user:hunter22@h/x",
    ]) {
      expect(() => create({ url })).toThrow(expect.not.stringContaining("hunter22"));
    }
  });
});

describe("createPostmarkTransport() logs in with", () => {
  test.each([
    [{ serverToken: " token-1 \n" }, { username: "token-1", password: "token-1" }],
    [
      { accessKey: " key ", secretKey: " secret " },
      { username: "key", password: "secret" },
    ],
    [
      { serverToken: "token-1", password: "x" as const },
      { username: "token-1", password: "x" },
    ],
  ])("%j, white space trimmed", async (credentials, login) => {
    const server = await openServer();
    const options = { ...credentials, host: "127.0.0.1", port: server.port };
    const transport = openTransport(options as PostmarkTransportOptions);
    await transport.verify();
    expect(server.logins).toEqual([{ ...login, method: "PLAIN" }]);
    expect(server.taken).toEqual([]);
  });

  test("the user name and password of a URL, percent-decoded", async () => {
    const server = await openServer();
    const transport = openTransport({ url: `smtp://us%40er:pa%3Ass@127.0.0.1:${server.port}` });
    await transport.deliver(makeMessage());
    expect(server.logins).toMatchObject([{ username: "us@er", password: "pa:ss" }]);
  });

  test("nothing when the URL has none", async () => {
    const server = await openServer();
    await openTransport({ url: server.url }).deliver(makeMessage());
    expect(server.logins).toEqual([]);
    expect(server.taken).toHaveLength(1);
  });
});

describe("createPostmarkTransport() warns", () => {
  test.each([
    [{ serverToken: "t", password: "x" as const }, "LETTERPRESS_PASSWORD_X", "documents"],
    [{ serverToken: "t", tokenHeader: true }, "LETTERPRESS_TOKEN_HEADER", "may read the token"],
    [{ serverToken: "t", maxConnections: 11 }, "LETTERPRESS_MAX_CONNECTIONS", "at most 10"],
  ])("once of %j", async (options, code, text) => {
    const heard = once(process, "warning");
    create(options);
    const [warning] = await heard;
    expect(warning).toMatchObject({ name: "LetterpressWarning", code });
    expect(warning.message).toContain(text);
  });

  test("of nothing else", async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on("warning", listen);
    create({ serverToken: "t", maxConnections: 10, tokenHeader: false });
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", listen);
    expect(warnings).toEqual([]);
  });
});

test("tokenHeader writes the token into the message, as it says", async () => {
  const server = await openServer();
  const options = { serverToken: "token-1", host: "127.0.0.1", port: server.port };
  await openTransport({ ...options, tokenHeader: true }).deliver(makeMessage());
  await openTransport(options).deliver(makeMessage());
  expect(server.taken[0]?.raw).toContain("X-Postmark-Server-Token: token-1\r\n");
  expect(server.taken[1]?.raw).not.toContain("token-1");
});
