import { describe, expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import { goodInput, problemsOf } from "./message-input.ts";

test("extra headers keep their order, spelling and value", () => {
  const headers = {
    "X-Zebra": "1",
    "In-Reply-To": "<a@b.example>",
    "x-note": "Grüße",
    "X-Off": undefined,
  };
  expect(createMessage({ ...goodInput, headers }).headers).toEqual([
    { name: "X-Zebra", value: "1" },
    { name: "In-Reply-To", value: "<a@b.example>" },
    { name: "x-note", value: "Grüße" },
  ]);
});

describe("a header that is written from an option, or by others, is refused with what to do instead:", () => {
  test.each([
    ["From", "use that"],
    ["sender", "use the option 'from'"],
    ["TO", "the option 'to'"],
    ["Cc", "the option 'cc'"],
    ["Bcc", "the option 'bcc'"],
    ["Reply-To", "the option 'replyTo'"],
    ["Subject", "the option 'subject'"],
    ["Date", "leave it out"],
    ["Message-ID", "the option 'messageId'"],
    ["MIME-Version", "leave it out"],
    ["Content-Type", "leave it out"],
    ["Content-Transfer-Encoding", "leave it out"],
    ["Resent-From", "leave it out"],
    ["Received", "leave it out"],
    ["Return-Path", "in Postmark instead"],
    ["DKIM-Signature", "leave it out"],
    ["ARC-Seal", "leave it out"],
    ["Feedback-ID", "leave it out"],
    ["List-Unsubscribe", "the option 'unsubscribe'"],
    ["List-Unsubscribe-Post", "the option 'unsubscribe'"],
    ["X-Priority", "the option 'priority'"],
    ["Importance", "the option 'priority'"],
    ["X-PM-Message-Stream", "the option 'stream'"],
    ["X-PM-MessageStream", "misspelling that Postmark ignores; use the option 'stream'"],
    ["X-PM-Tag", "the option 'tag'"],
    ["X-PM-TrackOpens", "the option 'tracking.opens'"],
    ["X-PM-Track-Opens", "misspelling that Postmark ignores; use the option 'tracking.opens'"],
    ["X-PM-TrackLinks", "the option 'tracking.links'"],
    ["X-PM-Track-Links", "misspelling that Postmark ignores; use the option 'tracking.links'"],
    ["X-PM-Metadata-order", "the option 'metadata'"],
    ["X-PM-KeepID", "the option 'keepMessageId'"],
    ["x-pm-rcpt", "not a header that Postmark documents for sending"],
    [
      "X-Postmark-Server-Token",
      "shows the token to every recipient; give the token to the transport",
    ],
    ["X-Postmark-Account-Token", "shows the token to every recipient"],
  ])("%s", (name, remedy) => {
    const problems = problemsOf({ headers: { [name]: "v" } });
    expect(problems).toEqual([expect.stringContaining(remedy)]);
    expect(problems[0]).toContain(`'headers["${name}"]' `);
  });
});

describe("a header is refused when its", () => {
  test.each([
    ["name is empty", { "": "v" }, /not a header name/],
    ["name has a space", { "X Note": "v" }, /not a header name/],
    ["name has a colon", { "X-Note:": "v" }, /not a header name/],
    ["name is not ASCII", { "X-Nöte": "v" }, /not a header name/],
    ["name is endless", { [`X-${"n".repeat(600)}`]: "v" }, /too long a name/],
    ["value is empty", { "X-Note": " " }, /is empty/],
    ["value is not ASCII though it has a grammar", { References: "<ä@b.example>" }, /not ASCII/],
    ["name is there twice", { "X-Note": "a", "x-note": "b" }, /given twice/],
  ])("%s", (_case, headers, problem) => {
    expect(problemsOf({ headers })).toEqual([expect.stringMatching(problem)]);
  });
});

test("a test bounce may be asked for from Postmark's test mailbox alone", () => {
  const headers = { "X-PM-Bounce-Type": "SoftBounce" };
  expect(problemsOf({ headers, to: "any@bounce-testing.postmarkapp.com" })).toEqual([]);
  expect(problemsOf({ headers })).toEqual([expect.stringContaining("makes a test bounce")]);
  expect(
    problemsOf({ headers, to: ["any@bounce-testing.postmarkapp.com", "ada@example.com"] }),
  ).toHaveLength(1);
});
