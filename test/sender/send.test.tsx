import { createSender, type Delivery, defineEmail, type Sender } from "letterpress";
import { describe, expect, test } from "vitest";
import { checked, Plain, plain, Welcome, welcome } from "./emails.tsx";
import { createRecordingTransport } from "./recording-transport.ts";

const from = "Shop <orders@shop.example>";
const to = "ada@example.com";
const id = /^[0-9a-f-]{36}$/;

function Calling({ call }: { readonly call: () => void }) {
  call();
  return <p>Called</p>;
}

function setUp(options: Partial<Parameters<typeof createSender>[0]> = {}) {
  const transport = createRecordingTransport();
  return { transport, sender: createSender({ transport, from, ...options }) };
}

/** Calls `send` as untyped JavaScript would. */
function sendLoosely(sender: Sender, input: unknown): Promise<Delivery> {
  return sender.send(input as Parameters<Sender["send"]>[0]);
}

describe("send() takes", () => {
  test("a defined email: subject, html and text come from it, the tag from its id", async () => {
    const { sender, transport } = setUp();
    const delivery = await sender.send({ email: welcome, props: { name: "Ada" }, to });
    const [message] = transport.messages;
    expect(message).toMatchObject({
      from: { name: "Shop", address: "orders@shop.example" },
      to: [{ address: to }],
      subject: "Welcome, Ada",
      tag: "account/welcome",
    });
    expect(message?.html).toContain("14");
    expect(message?.text).toContain("Welcome Ada");
    expect(delivery).toEqual({
      messageId: message?.messageId,
      accepted: [to],
      rejected: [],
      response: "250 Ok",
    });
  });

  test("a defined email with a subject of the call", async () => {
    const { sender, transport } = setUp();
    await sender.send({ email: welcome, props: { name: "Ada" }, to, subject: "Other" });
    expect(transport.messages[0]?.subject).toBe("Other");
  });

  test("a defined email without props, where it needs none", async () => {
    const { sender, transport } = setUp();
    await sender.send({ email: plain, to });
    expect(transport.messages[0]?.html).toContain("Plain");
  });

  test("a bare component, which has no tag", async () => {
    const { sender, transport } = setUp();
    await sender.send({ email: Welcome, props: { name: "Ada" }, subject: "Hi", to });
    expect(transport.messages[0]).toMatchObject({ subject: "Hi", tag: undefined });
    expect(transport.messages[0]?.html).toContain("Ada");
  });

  test("a React element, with a text of its own or one made from it", async () => {
    const { sender, transport } = setUp();
    await sender.send({ react: <Welcome name="Ada" />, subject: "Hi", to });
    await sender.send({ react: <Welcome name="Ada" />, subject: "Hi", text: "Mine", to });
    const [derived, own] = transport.messages;
    expect(derived?.html).toContain("Ada");
    expect(derived?.text).toContain("Welcome Ada");
    expect(own?.text).toBe("Mine");
  });

  test("parts that are made already", async () => {
    const { sender, transport } = setUp();
    await sender.send({ subject: "Hi", html: "<b>Hi</b>", text: "Hi", to });
    await sender.send({ subject: "Hi", text: "Hi", to });
    expect(transport.messages[0]).toMatchObject({ html: "<b>Hi</b>", text: "Hi" });
    expect(transport.messages[1]).toMatchObject({ html: undefined, text: "Hi" });
  });
});

describe("defaults", () => {
  const email = defineEmail({
    ...welcome,
    from: "Email <email@shop.example>",
    replyTo: "email-reply@shop.example",
    stream: "email-stream",
    tag: "email-tag",
    priority: "low",
    metadata: { a: "email", b: "email" },
    headers: { "X-A": "email", "X-B": "email" },
    tracking: { opens: true },
  });
  const options = {
    from: "Sender <sender@shop.example>",
    replyTo: "sender-reply@shop.example",
    stream: "sender-stream",
    tag: "sender-tag",
    keepMessageId: false,
    metadata: { b: "sender", c: "sender" },
    headers: { "x-b": "sender", "X-C": "sender" },
    tracking: { opens: false, links: "None" },
    unsubscribe: { mailto: "leave@shop.example" },
    correlationKey: false,
  } as const;
  const props = { name: "Ada" };

  test("of the sender hold where nothing nearer is said", async () => {
    const { sender, transport } = setUp(options);
    await sender.send({ subject: "Hi", text: "Hi", to });
    expect(transport.messages[0]).toMatchObject({
      from: { address: "sender@shop.example" },
      replyTo: [{ address: "sender-reply@shop.example" }],
      stream: "sender-stream",
      tag: "sender-tag",
      keepMessageId: false,
      metadata: { b: "sender", c: "sender" },
      tracking: { opens: false, links: "None" },
      unsubscribe: { mailto: "mailto:leave@shop.example" },
    });
  });

  test("of the email win over the sender's, key by key", async () => {
    const { sender, transport } = setUp(options);
    await sender.send({ email, props, to });
    const [message] = transport.messages;
    expect(message).toMatchObject({
      from: { address: "email@shop.example" },
      replyTo: [{ address: "email-reply@shop.example" }],
      stream: "email-stream",
      tag: "email-tag",
      priority: "low",
      keepMessageId: false,
      metadata: { a: "email", b: "email", c: "sender" },
      tracking: { opens: true, links: "None" },
    });
    expect(message?.headers).toEqual([
      { name: "X-A", value: "email" },
      { name: "X-B", value: "email" },
      { name: "X-C", value: "sender" },
    ]);
  });

  test("give way to the call, key by key, and undefined takes one away", async () => {
    const { sender, transport } = setUp(options);
    await sender.send({
      email,
      props,
      to,
      from: "call@shop.example",
      replyTo: ["call-reply@shop.example"],
      stream: "call-stream",
      tag: "call-tag",
      priority: "normal",
      keepMessageId: true,
      metadata: { A: "call", c: undefined },
      headers: { "x-a": undefined, "X-C": "call" },
      tracking: { links: "HtmlOnly" },
    });
    const [message] = transport.messages;
    expect(message).toMatchObject({
      from: { address: "call@shop.example" },
      replyTo: [{ address: "call-reply@shop.example" }],
      stream: "call-stream",
      tag: "call-tag",
      priority: undefined,
      keepMessageId: true,
      tracking: { opens: true, links: "HtmlOnly" },
    });
    expect(message?.metadata).toEqual({ A: "call", b: "email" });
    expect(message?.headers).toEqual([
      { name: "X-C", value: "call" },
      { name: "X-B", value: "email" },
    ]);
  });

  test("the tag of an email without one is its id, not the sender's", async () => {
    const { sender, transport } = setUp(options);
    await sender.send({ email: welcome, props, to });
    expect(transport.messages[0]?.tag).toBe("account/welcome");
  });
});

describe("each message carries an id in its metadata", () => {
  const parts = { subject: "Hi", text: "Hi", to };

  test("which is the first part of its Message-ID", async () => {
    const { sender, transport } = setUp();
    await sender.send(parts);
    await sender.send(parts);
    const ids = transport.messages.map(({ metadata }) => metadata["letterpress-id"]);
    expect(ids[0]).toMatch(id);
    expect(ids[1]).not.toBe(ids[0]);
    expect(transport.messages[0]?.messageId).toBe(`<${ids[0]}@shop.example>`);
  });

  test("which is the first part of the caller's own Message-ID, where metadata can hold it", async () => {
    const { sender, transport } = setUp();
    await sender.send({ ...parts, messageId: "<order-1042@shop.example>" });
    await sender.send({ ...parts, messageId: `${"a".repeat(81)}@shop.example` });
    const [own, long] = transport.messages.map(({ metadata }) => metadata["letterpress-id"]);
    expect(own).toBe("order-1042");
    expect(long).toMatch(id);
  });

  test("under the key that the sender names", async () => {
    const { sender, transport } = setUp({ correlationKey: "mail" });
    await sender.send(parts);
    expect(transport.messages[0]?.metadata).toEqual({ mail: expect.stringMatching(id) });
  });

  test("unless the caller uses the key, has no room left, or wants none", async () => {
    const full = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`k${n}`, "v"]));
    const { sender, transport } = setUp();
    await sender.send({ ...parts, metadata: { "Letterpress-Id": "mine" } });
    await sender.send({ ...parts, metadata: full });
    const none = setUp({ correlationKey: false });
    await none.sender.send(parts);
    expect(transport.messages[0]?.metadata).toEqual({ "Letterpress-Id": "mine" });
    expect(transport.messages[1]?.metadata).toEqual(full);
    expect(none.transport.messages[0]?.metadata).toEqual({});
  });
});

describe("send() refuses, before the transport is asked,", () => {
  test.each([
    [
      "no content",
      { subject: "Hi", to },
      ["'html' and 'text' are both empty; give at least one of them"],
    ],
    [
      "email beside react",
      { email: plain, react: <Plain />, to },
      ["'react' is given beside 'email'; give one of them"],
    ],
    [
      "email beside html",
      { email: plain, html: "x", to },
      ["'html' is given beside a template to render; give one of them"],
    ],
    [
      "react beside html",
      { react: <Plain />, html: "x", subject: "Hi", to },
      ["'html' is given beside a template to render; give one of them"],
    ],
    [
      "email beside text",
      { email: plain, text: "x", to },
      ["'text' is given beside 'email', which has a text of its own; leave it out"],
    ],
    [
      "props beside html",
      { html: "x", props: {}, subject: "Hi", to },
      ["'props' is given without an 'email' that takes it; leave it out"],
    ],
    [
      "a bare component without a subject",
      { email: Plain, to },
      ["'subject' is missing; give the message a subject line"],
    ],
    [
      "an element without a subject",
      { react: <Plain />, to },
      ["'subject' is missing; give the message a subject line"],
    ],
    [
      "a module",
      { email: { default: plain }, to, subject: "Hi", html: undefined },
      [
        "'email' is a module; pass its default export",
        "'html' and 'text' are both empty; give at least one of them",
      ],
    ],
    [
      "an element as email",
      { email: <Plain />, to, subject: "Hi" },
      [
        "'email' is neither made by defineEmail nor a React component; pass one of them, or an element as 'react'",
        "'html' and 'text' are both empty; give at least one of them",
      ],
    ],
    [
      "a component as react",
      { react: Plain, to, subject: "Hi" },
      [
        "'react' is not a React element; write <YourEmail />, or pass the component as 'email'",
        "'html' and 'text' are both empty; give at least one of them",
      ],
    ],
    [
      "props that are no object",
      { email: plain, props: "x", to },
      ["'props' is not an object; pass the email's props"],
    ],
    [
      "an option that is none",
      { email: plain, too: "x", to },
      [expect.stringMatching(/^'too' is not an option; it is one of /)],
    ],
  ])("%s", async (_case, input, messages) => {
    const { sender, transport } = setUp();
    await expect(sendLoosely(sender, input)).rejects.toMatchObject({
      code: "ERR_INVALID_MESSAGE",
      issues: messages.map((message) => expect.objectContaining({ message })),
    });
    expect(transport.messages).toEqual([]);
  });

  test("everything at once: envelope, headers, attachments and props", async () => {
    const { sender, transport } = setUp({ from: undefined });
    const sending = sendLoosely(sender, {
      email: checked,
      props: { name: 7, trailDays: 3 },
      to: "ada",
      headers: { Bcc: "eve@evil.example" },
      attachments: [{ filename: "a.exe", content: "x" }, { path: "a.pdf" }],
    });
    await expect(sending).rejects.toMatchObject({
      issues: [
        { field: "attachments[1].path" },
        { field: "from" },
        { field: "to" },
        { field: "attachments[0].filename" },
        { field: 'headers["Bcc"]' },
        { field: "props.name" },
      ],
    });
    expect(transport.messages).toEqual([]);
  });

  test("an unknown prop, a missing one and a wrong one, when the email has a schema", async () => {
    const { sender } = setUp();
    await expect(
      sendLoosely(sender, { email: checked, props: { name: "Ada", trailDays: 3 }, to }),
    ).rejects.toThrowError(
      "Cannot send: 'props.trailDays' is unknown: the email's schema has no such key; remove it",
    );
    await expect(sendLoosely(sender, { email: checked, to })).rejects.toThrowError(
      /^Cannot send: 'props.name' does not fit the email's schema: /,
    );
    await expect(
      sendLoosely(sender, { email: checked, props: { name: "Ada", trialDays: "3" }, to }),
    ).rejects.toThrowError(/^Cannot send: 'props.trialDays' does not fit the email's schema: /);
  });

  test("a line break that a prop brings into the subject", async () => {
    const { sender, transport } = setUp();
    await expect(
      sender.send({ email: welcome, props: { name: "Ada\r\nBcc: eve@evil.example" }, to }),
    ).rejects.toThrowError("Cannot send: 'subject' holds a line break; a subject is one line");
    expect(transport.messages).toEqual([]);
  });
});

describe("what a template does wrong", () => {
  test("is a RenderError with the email's id", async () => {
    const broken = defineEmail({
      id: "broken",
      component: () => {
        throw new Error("no such order");
      },
      subject: "Broken",
      variants: { default: {} },
    });
    const { sender } = setUp();
    await expect(sender.send({ email: broken, to })).rejects.toMatchObject({
      code: "ERR_RENDER",
      emailId: "broken",
    });
  });
});

describe("a signal", () => {
  test("that has aborted already keeps everything from happening", async () => {
    const { sender, transport } = setUp();
    const signal = AbortSignal.abort(new Error("shutting down"));
    await expect(sender.send({ email: plain, to }, { signal })).rejects.toMatchObject({
      code: "ERR_DELIVERY",
      kind: "aborted",
      stage: "compose",
      outcome: "not-sent",
      cause: signal.reason,
    });
    expect(transport.messages).toEqual([]);
  });

  test("that aborts while a template renders keeps the transport from being asked", async () => {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const { sender, transport } = setUp();
    const { signal } = controller;
    await expect(
      sender.send({ react: <Calling call={abort} />, subject: "Hi", to }, { signal }),
    ).rejects.toMatchObject({ kind: "aborted", outcome: "not-sent" });
    expect(transport.messages).toEqual([]);
  });

  test("is handed to the transport", async () => {
    let seen: AbortSignal | undefined;
    const transport = createRecordingTransport((_message, signal) => {
      seen = signal;
    });
    const { signal } = new AbortController();
    await createSender({ transport, from }).send({ email: plain, to }, { signal });
    expect(seen).toBe(signal);
  });
});

test("prepare() gives what send() would deliver, and delivers nothing", async () => {
  const { sender, transport } = setUp();
  const message = await sender.prepare({ email: welcome, props: { name: "Ada" }, to });
  expect(message).toMatchObject({ subject: "Welcome, Ada", tag: "account/welcome" });
  expect(transport.messages).toEqual([]);
});

test("close() closes the transport, verify() asks it", async () => {
  const { sender, transport } = setUp();
  await sender.verify();
  await sender.close();
  expect(transport.closeCount).toBe(1);
});

test("createSender() names every option that is wrong", () => {
  const create = () =>
    createSender({
      transport: {} as never,
      from: "nobody",
      replyTo: ["a@b@c.example"],
      stream: "No",
      tag: "",
      metadata: { "a b": "c" },
      headers: { Bcc: "x" },
      tracking: { links: "All" as never },
      correlationKey: "far too long a key for this",
    });
  expect(create).toThrowError(TypeError);
  for (const option of ["transport", "from", "replyTo[0]", "stream", "tag", "tracking.links"]) {
    expect(create).toThrowError(`'${option}' `);
  }
});
