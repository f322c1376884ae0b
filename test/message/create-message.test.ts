import { describe, expect, test } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { createMessage } from "../../src/message/create-message.ts";
import { goodInput, problemsOf } from "./message-input.ts";

const clock: Clock = { now: () => 1_000, sleep: () => Promise.resolve() };

test("a message holds all that was said, with addresses read and defaults filled in", () => {
  expect(createMessage({ ...goodInput, messageId: "id@shop.example" }, { clock })).toEqual({
    messageId: "<id@shop.example>",
    date: new Date(1_000),
    from: { name: "Shop", address: "orders@shop.example" },
    to: [{ address: "ada@example.com" }],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Your order",
    html: "<p>Hello</p>",
    text: "Hello",
    attachments: [],
    headers: [],
    stream: undefined,
    tag: undefined,
    metadata: {},
    tracking: {},
    keepMessageId: true,
    priority: undefined,
    unsubscribe: undefined,
    calendar: undefined,
  });
});

test("a Message-ID is made under the sender's domain, new each time", () => {
  const [first, second] = [createMessage(goodInput), createMessage(goodInput)];
  expect(first.messageId).toMatch(/^<[0-9a-f-]{36}@shop\.example>$/);
  expect(second.messageId).not.toBe(first.messageId);
  expect(createMessage(goodInput, { id: "mine" }).messageId).toBe("<mine@shop.example>");
});

test.each([
  "id",
  "<id>",
  "a@b@c",
  "i d@shop.example",
  "<id@shop.example",
  "ïd@shop.example",
  `${"i".repeat(990)}@shop.example`,
])("Message-ID %j is refused", (messageId) => {
  expect(problemsOf({ messageId })).toEqual([
    "'messageId' is not a Message-ID; write unique-part@example.com in ASCII",
  ]);
});

test("a message cannot be changed", () => {
  const message = createMessage({ ...goodInput, metadata: { key: "v" }, to: ["a@example.com"] });
  for (const change of [
    () => Object.assign(message, { subject: "other" }),
    () => Object.assign(message.metadata, { key: "other" }),
    () => (message.to as unknown[]).push("other"),
    () => Object.assign(message.from, { address: "other" }),
    () => Object.assign(message.tracking, { opens: true }),
  ]) {
    expect(change).toThrow(TypeError);
  }
});

test("what the caller passed in is left unfrozen", () => {
  const input = { ...goodInput, attachments: [{ filename: "a.txt", content: "x" }] };
  createMessage(input);
  expect(Object.isFrozen(input.attachments[0])).toBe(false);
});

describe("recipients", () => {
  test("an address is kept where it stands first: To before Cc before Bcc", () => {
    const message = createMessage({
      ...goodInput,
      to: ["ada@example.com", "Ada <ada@Example.com>", "bob@example.com"],
      cc: ["bob@example.com", "cy@example.com"],
      bcc: ["ada@example.com", "dee@example.com"],
    });
    expect(message.to.map(({ address }) => address)).toEqual([
      "ada@example.com",
      "bob@example.com",
    ]);
    expect(message.cc.map(({ address }) => address)).toEqual(["cy@example.com"]);
    expect(message.bcc.map(({ address }) => address)).toEqual(["dee@example.com"]);
  });

  test.each([[[]], [undefined]])("none at all (%j) is refused", (to) => {
    expect(problemsOf({ to })).toEqual(["'to' is empty; name at least one recipient"]);
  });

  test("an empty one is refused for what it is", () => {
    expect(problemsOf({ to: "" })).toEqual(["'to' is empty; write name@example.com"]);
    expect(problemsOf({ to: ["ada@example.com", ""] })).toEqual([
      "'to[1]' is empty; write name@example.com",
    ]);
  });

  test("one in Bcc alone is enough", () => {
    expect(problemsOf({ to: [], bcc: "ada@example.com" })).toEqual([]);
  });
});

describe("content", () => {
  test.each([
    [{ subject: undefined }, "'subject' is missing; give the message a subject line"],
    [{ subject: " " }, "'subject' is empty; give the message a subject line"],
    [{ subject: "a\nb" }, "'subject' holds a line break; a subject is one line"],
    [{ subject: "a\tb" }, "'subject' holds a control character; remove it"],
    [
      { html: undefined, text: undefined },
      "'html' and 'text' are both empty; give at least one of them",
    ],
    [{ html: "", text: "" }, "'html' and 'text' are both empty; give at least one of them"],
    [
      { from: undefined },
      "'from' is missing; name the sender on the call, the email or the sender",
    ],
  ])("%j is refused", (change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  test("one body is enough, and an empty one is none", () => {
    expect(createMessage({ ...goodInput, html: undefined }).html).toBeUndefined();
    expect(createMessage({ ...goodInput, text: "" }).text).toBeUndefined();
  });
});

test("all that is wrong is said at once, in one error that names the first field", () => {
  const input = {
    ...goodInput,
    from: "nobody",
    to: ["ada@example.com", "eve@@example.com"],
    subject: "a\r\nb",
    stream: "No",
    recipients: [],
  };
  expect(() => createMessage(input)).toThrowError(
    expect.objectContaining({
      code: "ERR_INVALID_MESSAGE",
      field: "recipients",
      message: [
        "Cannot send: 'recipients' is not an option; it is one of from, to, cc, bcc, replyTo, subject, html, text, textFormat, attachments, headers, stream, tag, metadata, tracking, messageId, keepMessageId, priority, unsubscribe, calendar",
        "  - 'from' has no '@'; write name@example.com",
        "  - 'to[1]' has more than one '@'; write one address",
        "  - 'stream' is not a stream id; it begins with a letter and holds a-z, 0-9, '-' and '_'",
        "  - 'subject' holds a line break; a subject is one line",
      ].join("\n"),
    }),
  );
});
