import { describe, expect, test } from "vitest";
import { isInvalidMessageError } from "../../src/errors.ts";
import { checkStream } from "../../src/transport/check-stream.ts";
import { isLoopback } from "../../src/transport/loopback.ts";
import type { PostmarkTransportOptions } from "../../src/transport/postmark-options.ts";
import { resolveServer } from "../../src/transport/resolve-server.ts";
import { openTransport, rejection } from "./cleanup.ts";
import { makeMessage } from "./messages.ts";

const transactional: PostmarkTransportOptions = { serverToken: "t" };
const broadcast: PostmarkTransportOptions = { serverToken: "t", streamType: "broadcast" };
const broadcastToken: PostmarkTransportOptions = { accessKey: "PM-B-news-1", secretKey: "s" };
const inbox: PostmarkTransportOptions = { url: "smtp://127.0.0.1:2525" };

describe("a stream and a host that do not go together are refused before the network:", () => {
  test.each([
    [transactional, "broadcast", 'use a transport with streamType: "broadcast"'],
    [transactional, "broadcasts", 'use a transport with streamType: "broadcast"'],
    [broadcast, "outbound", 'use a transport with streamType: "transactional"'],
    [broadcast, undefined, "name the broadcast stream"],
    [broadcastToken, "outbound", 'use a transport with streamType: "transactional"'],
  ])("%j and stream %s", async (options, stream, advice) => {
    const error = await rejection(openTransport(options).deliver(makeMessage({ stream })));
    if (!isInvalidMessageError(error)) throw error;
    expect(error.field).toBe("stream");
    expect(error.message).toContain(advice);
  });
});

describe("a stream and a host that may go together are let through:", () => {
  test.each([
    [transactional, undefined],
    [transactional, "outbound"],
    [transactional, "password-resets"],
    [broadcast, "broadcast"],
    [broadcast, "newsletter"],
    [broadcastToken, undefined],
    [inbox, undefined],
    [inbox, "broadcast"],
  ])("%j and stream %s", (options, stream) => {
    expect(() => checkStream(makeMessage({ stream }), resolveServer(options))).not.toThrow();
  });
});

describe("isLoopback()", () => {
  test.each([
    "localhost",
    "LOCALHOST",
    "inbox.localhost",
    "127.0.0.1",
    "127.8.9.1",
    "::1",
    "::ffff:127.0.0.1",
  ])("takes %s", (host) => expect(isLoopback(host)).toBe(true));

  test.each([
    "localhost.example",
    "127.example",
    "10.0.0.1",
    "0.0.0.0",
    "::",
    "::2",
    "mylocalhost",
    "127.0.0.1.example",
  ])("does not take %s", (host) => expect(isLoopback(host)).toBe(false));
});
