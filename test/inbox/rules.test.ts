import type { Inbox, InboxOptions, InboxProblemCode } from "letterpress/inbox";
import { createInbox } from "letterpress/inbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openInbox } from "./open-inbox.ts";
import { type SendRawOptions, sendRaw } from "./send-raw.ts";

let inbox: Inbox;

beforeAll(async () => {
  inbox = await createInbox({ port: 0 });
});

afterAll(() => inbox.close());

/** Codes of what Postmark would not take about a message. */
async function problemsOf(options: SendRawOptions, into = inbox): Promise<InboxProblemCode[]> {
  const { problems } = await sendRaw(into, options);
  return problems.map(({ code }) => code);
}

function header(line: string): SendRawOptions {
  return { headers: [line] };
}

function metadata(count: number): SendRawOptions {
  return { headers: Array.from({ length: count }, (_, n) => `X-PM-Metadata-k${n}: v`) };
}

function people(count: number): SendRawOptions {
  return { to: Array.from({ length: count }, (_, n) => `a${n}@example.com`) };
}

function attachment(filename: string): SendRawOptions {
  return {
    headers: [
      "Content-Type: application/octet-stream",
      `Content-Disposition: attachment; filename="${filename}"`,
    ],
  };
}

const html = "Content-Type: text/html";
const custom = { streams: [{ id: "news", type: "broadcast", unsubscribes: "custom" }] } as const;

describe("a message of which Postmark takes everything", () => {
  test.each<[string, SendRawOptions, InboxOptions?]>([
    ["plain", {}],
    ["50 recipients", people(50)],
    ["a subject of 2,000 characters", { subject: "s".repeat(2000) }],
    ["From of 255 characters", { from: `${"n".repeat(236)} <shop@example.com>` }],
    ["a tag of 1,000 characters", header(`X-PM-Tag: ${"t".repeat(1000)}`)],
    ["10 fields of metadata", metadata(10)],
    ["a metadata key of 20 characters", header(`X-PM-Metadata-${"k".repeat(20)}: v`)],
    ["a metadata value of 80 characters", header(`X-PM-Metadata-k: ${"v".repeat(80)}`)],
    ["an attachment .pdf", attachment("a.pdf")],
    ["an attachment whose name only holds exe", attachment("exe.txt")],
    ["a body of 5 MB", { body: `${"x".repeat(998)}\r\n`.repeat(4990) }],
    ["X-PM-KeepID", header("X-PM-KeepID: true")],
    ["open tracking with HTML", { headers: [html, "X-PM-TrackOpens: True"] }],
    ["link tracking", header("X-PM-TrackLinks: HtmlOnly")],
    ["the stream outbound", header("X-PM-Message-Stream: outbound")],
    ["a stream id of 30 characters", header(`X-PM-Message-Stream: ${"s".repeat(30)}`)],
    [
      "a broadcast with the placeholder",
      { headers: ["X-PM-Message-Stream: broadcast"], body: "Leave: {{{ pm:unsubscribe }}}" },
    ],
    [
      "a broadcast that manages its own unsubscribes",
      {
        headers: [
          "X-PM-Message-Stream: news",
          "List-Unsubscribe: <https://example.com/u>",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        ],
      },
      custom,
    ],
    [
      "a verified address",
      { from: "Shop <SHOP@example.com>" },
      { verifiedSenders: ["shop@Example.com"] },
    ],
    ["a verified domain", {}, { verifiedSenders: ["other.test", "example.com"] }],
    ["a configured stream", header("X-PM-Message-Stream: a"), { streams: ["a"] }],
    [
      "a test bounce",
      { headers: ["X-PM-Bounce-Type: SoftBounce"], to: ["any@bounce-testing.postmarkapp.com"] },
    ],
    ["encoded words", { subject: "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=" }],
  ])("%s", async (_name, message, options) => {
    const into = options ? await openInbox(options) : inbox;
    expect(await problemsOf(message, into)).toEqual([]);
  });
});

describe("a message is marked for", () => {
  test.each<[InboxProblemCode, SendRawOptions, InboxOptions?]>([
    ["recipients-too-many", people(51)],
    ["subject-too-long", { subject: "s".repeat(2001) }],
    ["from-too-long", { from: `${"n".repeat(237)} <shop@example.com>` }],
    ["tag-too-long", header(`X-PM-Tag: ${"t".repeat(1001)}`)],
    ["tag-repeated", { headers: ["X-PM-Tag: a", "X-PM-Tag: b"] }],
    ["tag-not-ascii", header("X-PM-Tag: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=")],
    ["metadata-too-many", metadata(11)],
    ["metadata-key-too-long", header(`X-PM-Metadata-${"k".repeat(21)}: v`)],
    ["metadata-value-too-long", header(`X-PM-Metadata-k: ${"v".repeat(81)}`)],
    ["metadata-not-ascii", header("X-PM-Metadata-k: =?utf-8?Q?=C3=BC?=")],
    ["attachment-forbidden", attachment("setup.EXE")],
    ["attachment-forbidden", attachment("invoice.pdf.js .vbs ")],
    ["body-too-large", { body: `${"x".repeat(998)}\r\n`.repeat(5010) }],
    [
      "message-too-large",
      { headers: ["Content-Type: image/png"], body: `${"x".repeat(998)}\r\n`.repeat(10_000) },
    ],
    ["header-misspelt", header("X-PM-Track-Opens: true")],
    ["header-misspelt", header("X-PM-Track-Links: None")],
    ["header-misspelt", header("X-PM-MessageStream: a")],
    ["header-misspelt", header("X-PM-Keep-ID: true")],
    ["header-misspelt", header("X-PMMetadata-k: true")],
    ["header-unknown", header("X-PM-TLS: true")],
    ["token-header", header("X-Postmark-Server-Token: secret")],
    ["token-header", header("x-postmark-account-token: secret")],
    ["tracking-malformed", header("X-PM-TrackOpens: yes")],
    ["tracking-malformed", header("X-PM-TrackLinks: All")],
    ["tracking-without-html", header("X-PM-TrackOpens: true")],
    ["bounce-type-ignored", header("X-PM-Bounce-Type: HardBounce")],
    [
      "bounce-type-ignored",
      { headers: ["X-PM-Bounce-Type: Nope"], to: ["a@bounce-testing.postmarkapp.com"] },
    ],
    ["stream-malformed", header("X-PM-Message-Stream: Not A Stream")],
    ["stream-malformed", header("X-PM-Message-Stream: pm-mine")],
    ["stream-malformed", header(`X-PM-Message-Stream: ${"s".repeat(31)}`)],
    ["stream-inbound", header("X-PM-Message-Stream: inbound")],
    ["stream-unknown", header("X-PM-Message-Stream: other"), { streams: ["outbound"] }],
    ["stream-unknown", {}, { streams: ["only-this"] }],
    ["unsubscribe-added", header("X-PM-Message-Stream: broadcast")],
    [
      "unsubscribe-replaced",
      {
        headers: ["X-PM-Message-Stream: broadcasts", "List-Unsubscribe: <https://example.com>"],
        body: "{{{pm:unsubscribe}}}",
      },
    ],
    ["unsubscribe-missing", header("X-PM-Message-Stream: news"), custom],
    ["sender-missing", { from: "" }],
    ["sender-unverified", {}, { verifiedSenders: ["other@example.com", "example.org"] }],
    ["sender-unverified", { from: "a@sub.example.com" }, { verifiedSenders: ["example.com"] }],
    ["recipient-not-ascii", { to: ["zoë@example.com"] }],
    ["eight-bit", { body: "Grüße" }],
  ])("%s", async (code, message, options) => {
    const into = options ? await openInbox(options) : inbox;
    expect(await problemsOf(message, into)).toEqual([code]);
  });

  test("a structure that mail clients cannot follow", async () => {
    const nested = Array.from(
      { length: 300 },
      (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
    ).join("");
    const [problem] = (await sendRaw(inbox, { headers: [nested] })).problems;
    expect(problem?.code).toBe("structure-malformed");
  });

  test("everything at once, each with what would fix it and without a secret", async () => {
    const { problems } = await sendRaw(inbox, {
      headers: ["X-Postmark-Server-Token: s3cr3t", "X-PM-Track-Opens: true", "X-PM-Tag: ü"],
    });
    expect(problems.map(({ code, effect }) => [code, effect])).toEqual([
      ["token-header", "exposed"],
      ["header-misspelt", "ignored"],
      ["tag-not-ascii", "unsure"],
      ["eight-bit", "unsure"],
    ]);
    expect(problems.map(({ message }) => message).join()).toContain("write X-PM-TrackOpens");
    expect(JSON.stringify(problems)).not.toContain("s3cr3t");
  });
});

describe("strict mode", () => {
  const credentials = [{ serverToken: "token" }];

  test("accepts a message that breaks a rule, as Postmark does, and delivers it to nobody", async () => {
    const strict = await openInbox({ mode: "strict", credentials });
    const message = await sendRaw(strict, {
      ...metadata(11),
      login: ["token", "token"],
      to: ["a@example.com", "b@example.com"],
    });
    expect(message.recipients.map(({ outcome }) => outcome)).toEqual(["rejected", "rejected"]);
  });

  test("delivers what is only unwise", async () => {
    const strict = await openInbox({ mode: "strict", credentials });
    const message = await sendRaw(strict, {
      headers: ["X-PM-Track-Opens: true"],
      login: ["token", "token"],
    });
    expect(message.recipients).toEqual([
      { address: "ada@example.com", outcome: "delivered", bounceType: undefined },
    ]);
  });

  test("needs credentials to check against", async () => {
    await expect(openInbox({ mode: "strict" })).rejects.toThrow(
      "Cannot create the inbox: strict mode needs 'credentials', such as [{ serverToken }]",
    );
  });
});
