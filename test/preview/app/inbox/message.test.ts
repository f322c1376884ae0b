import { describe, expect, test } from "vitest";
import { describeEnd } from "../../../../preview/app/inbox/connections/connection-words.ts";
import { countMailboxes } from "../../../../preview/app/inbox/list/mailbox-counts.ts";
import { differsFromHeaders } from "../../../../preview/app/inbox/message/envelope.ts";
import { tabsOf } from "../../../../preview/app/inbox/message/message-tabs.ts";
import { describePostmarkFacts } from "../../../../preview/app/inbox/message/postmark-facts.ts";
import { nextShown } from "../../../../preview/app/inbox/next-shown.ts";
import { groupThreads } from "../../../../preview/app/inbox/threads.ts";
import { compareHeaders } from "../../../../preview/app/inbox/views/compare-headers.ts";
import { isPicture } from "../../../../preview/app/inbox/views/is-picture.ts";
import { toneOfLine } from "../../../../preview/app/inbox/views/line-tone.ts";
import { linkTarget } from "../../../../preview/app/inbox/views/link-target.ts";
import { message, summary } from "./messages.ts";

describe("headers as sent and as delivered", () => {
  const header = (line: string) => {
    const [name = "", value = ""] = line.split(": ");
    return { name, value };
  };
  const compare = (sent: readonly string[], delivered: readonly string[]) =>
    compareHeaders(sent.map(header), delivered.map(header)).map(
      ({ name, sent: before, delivered: after }) => `${name}: ${before} → ${after}`,
    );

  test("tell what is stripped, replaced and added", () => {
    expect(
      compare(
        ["From: a", "Message-Id: <1@own>", "X-PM-Metadata-id: 7", "Subject: s"],
        ["Message-ID: <2@mtasv.net>", "From: a", "Subject: s", "Feedback-ID: f"],
      ),
    ).toEqual([
      "From: a → a",
      "Message-Id: <1@own> → <2@mtasv.net>",
      "X-PM-Metadata-id: 7 → null",
      "Subject: s → s",
      "Feedback-ID: null → f",
    ]);
  });

  test("may stand there more than once", () => {
    expect(compare(["Received: 1", "Received: 2", "Received: 2"], ["Received: 2"])).toEqual([
      ...["Received: 1 → null", "Received: 2 → 2", "Received: 2 → null"],
    ]);
  });
});

test("after a deletion comes the message below in the list as it is filtered, else the one above", () => {
  const threads = groupThreads([
    summary("a", { threadIds: ["t"] }),
    summary("b"),
    summary("a2", { threadIds: ["t"] }),
    summary("c"),
  ]);
  expect(["a", "a2", "b", "c", "filtered away"].map((id) => nextShown(threads, id))).toEqual([
    ...["a2", "b", "c", "b", "a"],
  ]);
  expect(nextShown(groupThreads([summary("a")]), "a")).toBeNull();
  expect(nextShown([], "a")).toBeNull();
});

test("mailboxes stand there with how much was found in each, the usual one first", () => {
  const all = ["b", "outbound", "a", "b"].map((mailbox, place) => summary(`${place}`, { mailbox }));
  expect(countMailboxes(all, all.slice(1))).toEqual([
    { name: "outbound", count: 1 },
    { name: "a", count: 1 },
    { name: "b", count: 1 },
  ]);
  expect(countMailboxes(all, []).map(({ count }) => count)).toEqual([0, 0, 0]);
});

test("what is asked of Postmark is said in few words", () => {
  const plain = message();
  expect(describePostmarkFacts(plain)).toEqual(["Stream outbound"]);
  const full = message({
    ...{ stream: "broadcast", mailbox: "checkout", tag: "news" },
    tracking: { opens: true, links: "HtmlOnly" },
  });
  expect(describePostmarkFacts(full).join(", ")).toBe(
    "Stream broadcast, mailbox checkout, opens tracked, links tracked: in the HTML",
  );
  expect(describePostmarkFacts(message({ tracking: { opens: false, links: null } }))).toContain(
    "opens not tracked",
  );
});

test("the envelope shows where it says other than the headers, but for hidden recipients", () => {
  const to = ["ada@example.com", "hidden@example.com"];
  expect(differsFromHeaders(message({ envelope: { from: "Orders@shop.example", to } }))).toBe(
    false,
  );
  expect(differsFromHeaders(message({ envelope: { from: "bounce@shop.example", to } }))).toBe(true);
  const elsewhere = { from: "orders@shop.example", to: ["bob@example.com"] };
  expect(differsFromHeaders(message({ envelope: elsewhere }))).toBe(true);
});

test("a message has the views that it has something for", () => {
  const names = (parts: Parameters<typeof message>[0]) =>
    tabsOf(message(parts)).map(({ label }) => label);
  expect(names({})).toEqual(["Text", "Headers", "MIME", "SMTP", "Events"]);
  const links = [{ href: "https://shop.example", text: "Shop" }];
  expect(names({ hasHtml: true, hasCalendar: true, links, linkCount: 1 }).join(" ")).toBe(
    "HTML Source Text Headers MIME SMTP Links 1 Calendar Events",
  );
});

test.each([
  ["https://shop.example/?a=1", true],
  ["mailto:help@shop.example", true],
  ["javascript:alert(1)", false],
  ["data:text/html,hi", false],
  ["{{{ pm:unsubscribe }}}", false],
  ["//shop.example", false],
])("the link %s is opened from here: %s", (href, isOpened) => {
  expect(linkTarget(href)).toBe(isOpened ? href : null);
});

test("refusals and the recorder's own words stand out in a conversation", () => {
  const tone = (from: "client" | "server", text: string) => toneOfLine({ from, text });
  expect(tone("server", "250 Ok")).toBe("plain");
  expect(tone("server", "451 later")).toBe("later");
  expect(tone("server", "550-no")).toBe("refused");
  expect(tone("client", "DATA")).toBe("plain");
  expect(tone("client", "(395 octets of message)")).toBe("note");
});

test("only what browsers show as a picture is shown as one", () => {
  const file = { filename: "a", sizeBytes: 9, inline: false, contentId: null, isCalendar: false };
  const picture = (contentType: string, sizeBytes = 9) =>
    isPicture({ ...file, contentType, sizeBytes });
  expect(["image/png", "IMAGE/SVG+XML", "image/jpeg"].map((type) => picture(type))).not.toContain(
    false,
  );
  expect(["text/html", "image/tiff", "application/pdf"].map((type) => picture(type))).not.toContain(
    true,
  );
  expect(picture("image/png", 0)).toBe(false);
  expect(picture("image/png", 30 * 1024 * 1024)).toBe(false);
});

test("a connection without a message says how it came to its end", () => {
  const said = (...lines: readonly string[]) =>
    describeEnd(
      lines.map((line) => ({
        from: line.startsWith("C: ") ? ("client" as const) : ("server" as const),
        text: line.slice(3),
      })),
    );
  expect(said("C: MAIL FROM:<a>", "S: 550 no", "C: DATA", "S: 503 what", "C: QUIT", "S: 221")).toBe(
    "550 no",
  );
  expect(said("S: 454 no TLS", "C: MAIL FROM:<a>", "S: 250 ok")).toBe("454 no TLS");
  expect(said("S: 220 hi", "C: EHLO [127.0.0.1]", "S: 250 hi")).toBe("Ended after EHLO");
  expect(said("S: 220 hi")).toBe("Ended before a word was said");
});
