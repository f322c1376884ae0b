import { describe, expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import { goodInput, problemsOf } from "./message-input.ts";

describe("metadata", () => {
  test("keeps the case of keys and leaves out what is undefined", () => {
    const metadata = { orderId: "1", "order-no_2": "x y", gone: undefined };
    const message = createMessage({ ...goodInput, metadata });
    expect(message.metadata).toEqual({ orderId: "1", "order-no_2": "x y" });
  });

  test.each([
    [{ "order id": "1" }, /not a metadata key/],
    [{ "order:id": "1" }, /not a metadata key/],
    [{ "": "1" }, /not a metadata key/],
    [{ ördre: "1" }, /not a metadata key/],
    [{ key: "" }, /is empty/],
    [{ key: " v" }, /begins or ends with a space/],
    [{ key: "vä" }, /not printable ASCII/],
    [{ key: 1 }, /not a string/],
    [{ key: null }, /not a string/],
    [{ orderId: "1", orderid: "2" }, /given twice/],
  ])("refuses %j", (metadata, problem) => {
    expect(problemsOf({ metadata })).toEqual([expect.stringMatching(problem)]);
  });
});

describe("stream", () => {
  test.each(["outbound", "broadcast", "a", "order-mails_2"])("takes %s", (stream) => {
    expect(problemsOf({ stream })).toEqual([]);
  });

  test.each([
    ["", /not a stream id/],
    ["1st", /not a stream id/],
    ["Outbound", /not a stream id/],
    ["out bound", /not a stream id/],
    ["outböund", /not a stream id/],
    ["pm-mine", /'pm-', which Postmark keeps/],
  ])("refuses %j", (stream, problem) => {
    expect(problemsOf({ stream })).toEqual([expect.stringMatching(problem)]);
  });
});

describe("tag", () => {
  test.each([
    ["", /is empty/],
    [" ", /is empty/],
    ["wëlcome", /not printable ASCII/],
  ])("refuses %j", (tag, problem) => {
    expect(problemsOf({ tag })).toEqual([expect.stringMatching(problem)]);
  });
});

describe("tracking", () => {
  test.each(["None", "HtmlAndText", "HtmlOnly", "TextOnly"])("takes links %s", (links) => {
    expect(problemsOf({ tracking: { opens: true, links } })).toEqual([]);
  });

  test.each([
    [{ links: "All" }, /none of None, HtmlAndText, HtmlOnly, TextOnly/],
    [{ links: "toString" }, /none of/],
    [{ opens: "true" }, /neither true nor false/],
  ])("refuses %j", (tracking, problem) => {
    expect(problemsOf({ tracking })).toEqual([expect.stringMatching(problem)]);
  });
});
