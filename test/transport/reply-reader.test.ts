import { describe, expect, test } from "vitest";
import { readOffers } from "../../src/transport/offers.ts";
import { ReplyReader } from "../../src/transport/reply-reader.ts";

/** What a reader makes of chunks, in Latin-1 so that a test can cut where it likes. */
function read(...chunks: string[]) {
  const reader = new ReplyReader();
  const replies = chunks.flatMap((chunk) => reader.read(Buffer.from(chunk, "latin1")) ?? ["…"]);
  return { replies, rest: reader.rest };
}

describe("ReplyReader", () => {
  test.each([
    ["one reply", ["250 ok\r\n"], ["250 ok"]],
    ["several in one chunk", ["250 a\r\n250 b\r\n354 c\r\n"], ["250 a", "250 b", "354 c"]],
    ["one in many chunks", ["2", "50", " ok", "\r", "\n"], ["250 ok"]],
    ["many lines", ["250-a\r\n250-b\r\n", "250 c\r\n"], ["250-a\n250-b\n250 c"]],
    ["a code alone", ["250\r\n"], ["250"]],
    ["lines that end in a line feed alone", ["250 a\n250 b\n"], ["250 a", "250 b"]],
    ["empty lines between replies", ["\r\n250 a\r\n\r\n250 b\r\n"], ["250 a", "250 b"]],
    ["what is no reply", ["HTTP/1.1 400 Bad\r\n"], ["HTTP/1.1 400 Bad"]],
    ["UTF-8 cut within a character", ["550 caf\xc3", "\xa9\r\n"], ["550 café"]],
  ])("reads %s", (_, chunks, replies) => {
    expect(read(...chunks)).toEqual({ replies, rest: "" });
  });

  test.each([
    ["250 ok\r\n421 by", "421 by"],
    ["550-no\r\n", "550-no"],
    ["550-no\r\n550 ne", "550-no\n550 ne"],
  ])("keeps what has not ended of %j", (chunk, rest) => {
    expect(read(chunk).rest).toBe(rest);
  });

  test.each([
    ["a line", "x".repeat(70_000)],
    ["a reply", "250-x\r\n".repeat(11_000)],
  ])("gives up on %s without end", (_, chunk) => {
    expect(read(chunk).replies).toEqual(["…"]);
  });
});

describe("readOffers()", () => {
  test.each([
    ["250-mx\n250-PIPELINING\n250-SIZE 1000\n250 8BITMIME", true, true, 1_000],
    ["250-mx\n250-size\n250 pipelining", true, true, 0],
    ["250-mx\n250-PIPELININGS\n250 SIZES 5", false, false, 0],
    ["250 mx", false, false, 0],
  ])("reads %j", (ehlo, pipelining, size, maxSizeBytes) => {
    expect(readOffers(ehlo)).toEqual({ pipelining, size, maxSizeBytes });
  });
});
